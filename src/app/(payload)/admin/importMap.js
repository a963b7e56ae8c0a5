import { ReviewPanel as ReviewPanel_4b1c5ddf1d630c6954b9834733b5b9f9 } from '../../../../src/components/reviewPanel/ReviewPanel.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ClaimLabel as ClaimLabel_842a09e3047aa2e82fcf2e207860d989 } from '../../../../src/components/claimLabel/ClaimLabel.tsx'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { Nothing as Nothing_d3f0f6f4f368245d8779775f54b1a1f3 } from '../../../../src/components/nothing/Nothing.tsx'
import { DueCell as DueCell_bf85806b4569e786814ee289a90b84f4 } from '../../../../src/components/cells/DueCell.tsx'
import { PersonCell as PersonCell_e811902df93f4b2461b8cc7024bd9b54 } from '../../../../src/components/cells/PersonCell.tsx'
import { RecordedJson as RecordedJson_c63fad00f60567c7a7ac21d13c905590 } from '../../../../src/components/recordedJson/RecordedJson.tsx'
import { SitePanel as SitePanel_0dcdc69792b1d48029d95fa798e42033 } from '../../../../src/components/sites/SitePanel.tsx'
import { BehindCell as BehindCell_d6e8a6171baa931ac1367acbd84a6423 } from '../../../../src/components/sites/BehindCell.tsx'
import { PlainCell as PlainCell_921c6a2037a364d1c57bdcc96d91be26 } from '../../../../src/components/cells/PlainCell.tsx'
import { WebhookPanel as WebhookPanel_1178edb664bbc328173ee48eaf4a64ee } from '../../../../src/components/webhookPanel/WebhookPanel.tsx'
import { DeliveryPanel as DeliveryPanel_36924275729ed645823fa050e5d4347a } from '../../../../src/components/webhookPanel/DeliveryPanel.tsx'
import { CurrentPassword as CurrentPassword_459ec75e39161e679096d7b0fabdf126 } from '../../../../src/components/currentPassword/CurrentPassword.tsx'
import { Work as Work_89676b33a946a945d59b72e04c8c0ef8 } from '../../../../src/components/work/Work.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/components/reviewPanel/ReviewPanel.tsx#ReviewPanel": ReviewPanel_4b1c5ddf1d630c6954b9834733b5b9f9,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/components/claimLabel/ClaimLabel.tsx#ClaimLabel": ClaimLabel_842a09e3047aa2e82fcf2e207860d989,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/components/nothing/Nothing.tsx#Nothing": Nothing_d3f0f6f4f368245d8779775f54b1a1f3,
  "/src/components/cells/DueCell.tsx#DueCell": DueCell_bf85806b4569e786814ee289a90b84f4,
  "/src/components/cells/PersonCell.tsx#PersonCell": PersonCell_e811902df93f4b2461b8cc7024bd9b54,
  "/src/components/recordedJson/RecordedJson.tsx#RecordedJson": RecordedJson_c63fad00f60567c7a7ac21d13c905590,
  "/src/components/sites/SitePanel.tsx#SitePanel": SitePanel_0dcdc69792b1d48029d95fa798e42033,
  "/src/components/sites/BehindCell.tsx#BehindCell": BehindCell_d6e8a6171baa931ac1367acbd84a6423,
  "/src/components/cells/PlainCell.tsx#PlainCell": PlainCell_921c6a2037a364d1c57bdcc96d91be26,
  "/src/components/webhookPanel/WebhookPanel.tsx#WebhookPanel": WebhookPanel_1178edb664bbc328173ee48eaf4a64ee,
  "/src/components/webhookPanel/DeliveryPanel.tsx#DeliveryPanel": DeliveryPanel_36924275729ed645823fa050e5d4347a,
  "/src/components/currentPassword/CurrentPassword.tsx#CurrentPassword": CurrentPassword_459ec75e39161e679096d7b0fabdf126,
  "/src/components/work/Work.tsx#Work": Work_89676b33a946a945d59b72e04c8c0ef8,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
