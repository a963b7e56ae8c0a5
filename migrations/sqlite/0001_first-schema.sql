CREATE TABLE `therapies_sections` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`heading` text,
	`aspect` text,
	`body` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `therapies_sections_order_idx` ON `therapies_sections` (`_order`);
CREATE INDEX `therapies_sections_parent_id_idx` ON `therapies_sections` (`_parent_id`);
CREATE TABLE `therapies_status_not_established` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`therapy_id` text(36),
	`jurisdiction` text,
	`searched_on` text,
	FOREIGN KEY (`therapy_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `therapies_status_not_established_order_idx` ON `therapies_status_not_established` (`_order`);
CREATE INDEX `therapies_status_not_established_parent_id_idx` ON `therapies_status_not_established` (`_parent_id`);
CREATE INDEX `therapies_status_not_established_therapy_idx` ON `therapies_status_not_established` (`therapy_id`);
CREATE TABLE `therapies_alternate_names` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `therapies_alternate_names_order_idx` ON `therapies_alternate_names` (`_order`);
CREATE INDEX `therapies_alternate_names_parent_id_idx` ON `therapies_alternate_names` (`_parent_id`);
CREATE TABLE `therapies` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`title` text,
	`summary` text,
	`key` text,
	`language` text DEFAULT 'en',
	`translation_of_id` text(36),
	`review_status` text DEFAULT 'draft',
	`review_due` text,
	`live_status` text DEFAULT 'never',
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`_status` text DEFAULT 'draft',
	FOREIGN KEY (`translation_of_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE UNIQUE INDEX `therapies_key_idx` ON `therapies` (`key`);
CREATE INDEX `therapies_translation_of_idx` ON `therapies` (`translation_of_id`);
CREATE INDEX `therapies_review_status_idx` ON `therapies` (`review_status`);
CREATE INDEX `therapies_review_due_idx` ON `therapies` (`review_due`);
CREATE INDEX `therapies_live_status_idx` ON `therapies` (`live_status`);
CREATE INDEX `therapies_updated_at_idx` ON `therapies` (`updated_at`);
CREATE INDEX `therapies_created_at_idx` ON `therapies` (`created_at`);
CREATE INDEX `therapies__status_idx` ON `therapies` (`_status`);
CREATE TABLE `therapies_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text(36) NOT NULL,
	`path` text NOT NULL,
	`conditions_id` text(36),
	`channels_id` text(36),
	`claims_id` text(36),
	FOREIGN KEY (`parent_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conditions_id`) REFERENCES `conditions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`channels_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`claims_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `therapies_rels_order_idx` ON `therapies_rels` (`order`);
CREATE INDEX `therapies_rels_parent_idx` ON `therapies_rels` (`parent_id`);
CREATE INDEX `therapies_rels_path_idx` ON `therapies_rels` (`path`);
CREATE INDEX `therapies_rels_conditions_id_idx` ON `therapies_rels` (`conditions_id`);
CREATE INDEX `therapies_rels_channels_id_idx` ON `therapies_rels` (`channels_id`);
CREATE INDEX `therapies_rels_claims_id_idx` ON `therapies_rels` (`claims_id`);
CREATE TABLE `_therapies_v_version_sections` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`heading` text,
	`aspect` text,
	`body` text,
	`_uuid` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `_therapies_v`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `_therapies_v_version_sections_order_idx` ON `_therapies_v_version_sections` (`_order`);
CREATE INDEX `_therapies_v_version_sections_parent_id_idx` ON `_therapies_v_version_sections` (`_parent_id`);
CREATE TABLE `_therapies_v_version_status_not_established` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`therapy_id` text(36),
	`jurisdiction` text,
	`searched_on` text,
	`_uuid` text,
	FOREIGN KEY (`therapy_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `_therapies_v`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `_therapies_v_version_status_not_established_order_idx` ON `_therapies_v_version_status_not_established` (`_order`);
CREATE INDEX `_therapies_v_version_status_not_established_parent_id_idx` ON `_therapies_v_version_status_not_established` (`_parent_id`);
CREATE INDEX `_therapies_v_version_status_not_established_therapy_idx` ON `_therapies_v_version_status_not_established` (`therapy_id`);
CREATE TABLE `_therapies_v_version_alternate_names` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`name` text,
	`_uuid` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `_therapies_v`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `_therapies_v_version_alternate_names_order_idx` ON `_therapies_v_version_alternate_names` (`_order`);
CREATE INDEX `_therapies_v_version_alternate_names_parent_id_idx` ON `_therapies_v_version_alternate_names` (`_parent_id`);
CREATE TABLE `_therapies_v` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`parent_id` text(36),
	`version_title` text,
	`version_summary` text,
	`version_key` text,
	`version_language` text DEFAULT 'en',
	`version_translation_of_id` text(36),
	`version_review_status` text DEFAULT 'draft',
	`version_review_due` text,
	`version_live_status` text DEFAULT 'never',
	`version_updated_at` text,
	`version_created_at` text,
	`version__status` text DEFAULT 'draft',
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`latest` integer,
	FOREIGN KEY (`parent_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`version_translation_of_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE INDEX `_therapies_v_parent_idx` ON `_therapies_v` (`parent_id`);
CREATE INDEX `_therapies_v_version_version_key_idx` ON `_therapies_v` (`version_key`);
CREATE INDEX `_therapies_v_version_version_translation_of_idx` ON `_therapies_v` (`version_translation_of_id`);
CREATE INDEX `_therapies_v_version_version_review_status_idx` ON `_therapies_v` (`version_review_status`);
CREATE INDEX `_therapies_v_version_version_review_due_idx` ON `_therapies_v` (`version_review_due`);
CREATE INDEX `_therapies_v_version_version_live_status_idx` ON `_therapies_v` (`version_live_status`);
CREATE INDEX `_therapies_v_version_version_updated_at_idx` ON `_therapies_v` (`version_updated_at`);
CREATE INDEX `_therapies_v_version_version_created_at_idx` ON `_therapies_v` (`version_created_at`);
CREATE INDEX `_therapies_v_version_version__status_idx` ON `_therapies_v` (`version__status`);
CREATE INDEX `_therapies_v_created_at_idx` ON `_therapies_v` (`created_at`);
CREATE INDEX `_therapies_v_updated_at_idx` ON `_therapies_v` (`updated_at`);
CREATE INDEX `_therapies_v_latest_idx` ON `_therapies_v` (`latest`);
CREATE TABLE `_therapies_v_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text(36) NOT NULL,
	`path` text NOT NULL,
	`conditions_id` text(36),
	`channels_id` text(36),
	`claims_id` text(36),
	FOREIGN KEY (`parent_id`) REFERENCES `_therapies_v`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conditions_id`) REFERENCES `conditions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`channels_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`claims_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `_therapies_v_rels_order_idx` ON `_therapies_v_rels` (`order`);
CREATE INDEX `_therapies_v_rels_parent_idx` ON `_therapies_v_rels` (`parent_id`);
CREATE INDEX `_therapies_v_rels_path_idx` ON `_therapies_v_rels` (`path`);
CREATE INDEX `_therapies_v_rels_conditions_id_idx` ON `_therapies_v_rels` (`conditions_id`);
CREATE INDEX `_therapies_v_rels_channels_id_idx` ON `_therapies_v_rels` (`channels_id`);
CREATE INDEX `_therapies_v_rels_claims_id_idx` ON `_therapies_v_rels` (`claims_id`);
CREATE TABLE `articles_sections` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`heading` text,
	`aspect` text,
	`body` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `articles_sections_order_idx` ON `articles_sections` (`_order`);
CREATE INDEX `articles_sections_parent_id_idx` ON `articles_sections` (`_parent_id`);
CREATE TABLE `articles_status_not_established` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`therapy_id` text(36),
	`jurisdiction` text,
	`searched_on` text,
	FOREIGN KEY (`therapy_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `articles_status_not_established_order_idx` ON `articles_status_not_established` (`_order`);
CREATE INDEX `articles_status_not_established_parent_id_idx` ON `articles_status_not_established` (`_parent_id`);
CREATE INDEX `articles_status_not_established_therapy_idx` ON `articles_status_not_established` (`therapy_id`);
CREATE TABLE `articles` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`title` text,
	`summary` text,
	`key` text,
	`language` text DEFAULT 'en',
	`translation_of_id` text(36),
	`review_status` text DEFAULT 'draft',
	`review_due` text,
	`live_status` text DEFAULT 'never',
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`_status` text DEFAULT 'draft',
	FOREIGN KEY (`translation_of_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE UNIQUE INDEX `articles_key_idx` ON `articles` (`key`);
CREATE INDEX `articles_translation_of_idx` ON `articles` (`translation_of_id`);
CREATE INDEX `articles_review_status_idx` ON `articles` (`review_status`);
CREATE INDEX `articles_review_due_idx` ON `articles` (`review_due`);
CREATE INDEX `articles_live_status_idx` ON `articles` (`live_status`);
CREATE INDEX `articles_updated_at_idx` ON `articles` (`updated_at`);
CREATE INDEX `articles_created_at_idx` ON `articles` (`created_at`);
CREATE INDEX `articles__status_idx` ON `articles` (`_status`);
CREATE TABLE `articles_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text(36) NOT NULL,
	`path` text NOT NULL,
	`therapies_id` text(36),
	`conditions_id` text(36),
	`channels_id` text(36),
	`claims_id` text(36),
	FOREIGN KEY (`parent_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`therapies_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conditions_id`) REFERENCES `conditions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`channels_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`claims_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `articles_rels_order_idx` ON `articles_rels` (`order`);
CREATE INDEX `articles_rels_parent_idx` ON `articles_rels` (`parent_id`);
CREATE INDEX `articles_rels_path_idx` ON `articles_rels` (`path`);
CREATE INDEX `articles_rels_therapies_id_idx` ON `articles_rels` (`therapies_id`);
CREATE INDEX `articles_rels_conditions_id_idx` ON `articles_rels` (`conditions_id`);
CREATE INDEX `articles_rels_channels_id_idx` ON `articles_rels` (`channels_id`);
CREATE INDEX `articles_rels_claims_id_idx` ON `articles_rels` (`claims_id`);
CREATE TABLE `_articles_v_version_sections` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`heading` text,
	`aspect` text,
	`body` text,
	`_uuid` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `_articles_v`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `_articles_v_version_sections_order_idx` ON `_articles_v_version_sections` (`_order`);
CREATE INDEX `_articles_v_version_sections_parent_id_idx` ON `_articles_v_version_sections` (`_parent_id`);
CREATE TABLE `_articles_v_version_status_not_established` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`therapy_id` text(36),
	`jurisdiction` text,
	`searched_on` text,
	`_uuid` text,
	FOREIGN KEY (`therapy_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `_articles_v`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `_articles_v_version_status_not_established_order_idx` ON `_articles_v_version_status_not_established` (`_order`);
CREATE INDEX `_articles_v_version_status_not_established_parent_id_idx` ON `_articles_v_version_status_not_established` (`_parent_id`);
CREATE INDEX `_articles_v_version_status_not_established_therapy_idx` ON `_articles_v_version_status_not_established` (`therapy_id`);
CREATE TABLE `_articles_v` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`parent_id` text(36),
	`version_title` text,
	`version_summary` text,
	`version_key` text,
	`version_language` text DEFAULT 'en',
	`version_translation_of_id` text(36),
	`version_review_status` text DEFAULT 'draft',
	`version_review_due` text,
	`version_live_status` text DEFAULT 'never',
	`version_updated_at` text,
	`version_created_at` text,
	`version__status` text DEFAULT 'draft',
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`latest` integer,
	FOREIGN KEY (`parent_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`version_translation_of_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE INDEX `_articles_v_parent_idx` ON `_articles_v` (`parent_id`);
CREATE INDEX `_articles_v_version_version_key_idx` ON `_articles_v` (`version_key`);
CREATE INDEX `_articles_v_version_version_translation_of_idx` ON `_articles_v` (`version_translation_of_id`);
CREATE INDEX `_articles_v_version_version_review_status_idx` ON `_articles_v` (`version_review_status`);
CREATE INDEX `_articles_v_version_version_review_due_idx` ON `_articles_v` (`version_review_due`);
CREATE INDEX `_articles_v_version_version_live_status_idx` ON `_articles_v` (`version_live_status`);
CREATE INDEX `_articles_v_version_version_updated_at_idx` ON `_articles_v` (`version_updated_at`);
CREATE INDEX `_articles_v_version_version_created_at_idx` ON `_articles_v` (`version_created_at`);
CREATE INDEX `_articles_v_version_version__status_idx` ON `_articles_v` (`version__status`);
CREATE INDEX `_articles_v_created_at_idx` ON `_articles_v` (`created_at`);
CREATE INDEX `_articles_v_updated_at_idx` ON `_articles_v` (`updated_at`);
CREATE INDEX `_articles_v_latest_idx` ON `_articles_v` (`latest`);
CREATE TABLE `_articles_v_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text(36) NOT NULL,
	`path` text NOT NULL,
	`therapies_id` text(36),
	`conditions_id` text(36),
	`channels_id` text(36),
	`claims_id` text(36),
	FOREIGN KEY (`parent_id`) REFERENCES `_articles_v`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`therapies_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conditions_id`) REFERENCES `conditions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`channels_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`claims_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `_articles_v_rels_order_idx` ON `_articles_v_rels` (`order`);
CREATE INDEX `_articles_v_rels_parent_idx` ON `_articles_v_rels` (`parent_id`);
CREATE INDEX `_articles_v_rels_path_idx` ON `_articles_v_rels` (`path`);
CREATE INDEX `_articles_v_rels_therapies_id_idx` ON `_articles_v_rels` (`therapies_id`);
CREATE INDEX `_articles_v_rels_conditions_id_idx` ON `_articles_v_rels` (`conditions_id`);
CREATE INDEX `_articles_v_rels_channels_id_idx` ON `_articles_v_rels` (`channels_id`);
CREATE INDEX `_articles_v_rels_claims_id_idx` ON `_articles_v_rels` (`claims_id`);
CREATE TABLE `claims_citations` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`study_id` text(36),
	`stance` text DEFAULT 'supports',
	`locator` text,
	`quote` text,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `claims_citations_order_idx` ON `claims_citations` (`_order`);
CREATE INDEX `claims_citations_parent_id_idx` ON `claims_citations` (`_parent_id`);
CREATE INDEX `claims_citations_study_idx` ON `claims_citations` (`study_id`);
CREATE TABLE `claims` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`statement` text,
	`therapy_id` text(36),
	`condition_id` text(36),
	`claim_kind` text,
	`direction` text,
	`certainty` text,
	`certainty_reason` text,
	`outcome` text,
	`population` text,
	`comparator` text,
	`follow_up_months` numeric,
	`jurisdiction` text,
	`regulatory_status` text,
	`key` text,
	`language` text DEFAULT 'en',
	`translation_of_id` text(36),
	`review_status` text DEFAULT 'draft',
	`review_due` text,
	`live_status` text DEFAULT 'never',
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`_status` text DEFAULT 'draft',
	FOREIGN KEY (`therapy_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`condition_id`) REFERENCES `conditions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`translation_of_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE INDEX `claims_therapy_idx` ON `claims` (`therapy_id`);
CREATE INDEX `claims_condition_idx` ON `claims` (`condition_id`);
CREATE UNIQUE INDEX `claims_key_idx` ON `claims` (`key`);
CREATE INDEX `claims_translation_of_idx` ON `claims` (`translation_of_id`);
CREATE INDEX `claims_review_status_idx` ON `claims` (`review_status`);
CREATE INDEX `claims_review_due_idx` ON `claims` (`review_due`);
CREATE INDEX `claims_live_status_idx` ON `claims` (`live_status`);
CREATE INDEX `claims_updated_at_idx` ON `claims` (`updated_at`);
CREATE INDEX `claims_created_at_idx` ON `claims` (`created_at`);
CREATE INDEX `claims__status_idx` ON `claims` (`_status`);
CREATE TABLE `_claims_v_version_citations` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`study_id` text(36),
	`stance` text DEFAULT 'supports',
	`locator` text,
	`quote` text,
	`_uuid` text,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `_claims_v`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `_claims_v_version_citations_order_idx` ON `_claims_v_version_citations` (`_order`);
CREATE INDEX `_claims_v_version_citations_parent_id_idx` ON `_claims_v_version_citations` (`_parent_id`);
CREATE INDEX `_claims_v_version_citations_study_idx` ON `_claims_v_version_citations` (`study_id`);
CREATE TABLE `_claims_v` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`parent_id` text(36),
	`version_statement` text,
	`version_therapy_id` text(36),
	`version_condition_id` text(36),
	`version_claim_kind` text,
	`version_direction` text,
	`version_certainty` text,
	`version_certainty_reason` text,
	`version_outcome` text,
	`version_population` text,
	`version_comparator` text,
	`version_follow_up_months` numeric,
	`version_jurisdiction` text,
	`version_regulatory_status` text,
	`version_key` text,
	`version_language` text DEFAULT 'en',
	`version_translation_of_id` text(36),
	`version_review_status` text DEFAULT 'draft',
	`version_review_due` text,
	`version_live_status` text DEFAULT 'never',
	`version_updated_at` text,
	`version_created_at` text,
	`version__status` text DEFAULT 'draft',
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`latest` integer,
	FOREIGN KEY (`parent_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`version_therapy_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`version_condition_id`) REFERENCES `conditions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`version_translation_of_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE INDEX `_claims_v_parent_idx` ON `_claims_v` (`parent_id`);
CREATE INDEX `_claims_v_version_version_therapy_idx` ON `_claims_v` (`version_therapy_id`);
CREATE INDEX `_claims_v_version_version_condition_idx` ON `_claims_v` (`version_condition_id`);
CREATE INDEX `_claims_v_version_version_key_idx` ON `_claims_v` (`version_key`);
CREATE INDEX `_claims_v_version_version_translation_of_idx` ON `_claims_v` (`version_translation_of_id`);
CREATE INDEX `_claims_v_version_version_review_status_idx` ON `_claims_v` (`version_review_status`);
CREATE INDEX `_claims_v_version_version_review_due_idx` ON `_claims_v` (`version_review_due`);
CREATE INDEX `_claims_v_version_version_live_status_idx` ON `_claims_v` (`version_live_status`);
CREATE INDEX `_claims_v_version_version_updated_at_idx` ON `_claims_v` (`version_updated_at`);
CREATE INDEX `_claims_v_version_version_created_at_idx` ON `_claims_v` (`version_created_at`);
CREATE INDEX `_claims_v_version_version__status_idx` ON `_claims_v` (`version__status`);
CREATE INDEX `_claims_v_created_at_idx` ON `_claims_v` (`created_at`);
CREATE INDEX `_claims_v_updated_at_idx` ON `_claims_v` (`updated_at`);
CREATE INDEX `_claims_v_latest_idx` ON `_claims_v` (`latest`);
CREATE TABLE `disclaimers` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`body` text,
	`key` text,
	`language` text DEFAULT 'en',
	`translation_of_id` text(36),
	`review_status` text DEFAULT 'draft',
	`review_due` text,
	`live_status` text DEFAULT 'never',
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`_status` text DEFAULT 'draft',
	FOREIGN KEY (`translation_of_id`) REFERENCES `disclaimers`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE UNIQUE INDEX `disclaimers_key_idx` ON `disclaimers` (`key`);
CREATE INDEX `disclaimers_translation_of_idx` ON `disclaimers` (`translation_of_id`);
CREATE INDEX `disclaimers_review_status_idx` ON `disclaimers` (`review_status`);
CREATE INDEX `disclaimers_review_due_idx` ON `disclaimers` (`review_due`);
CREATE INDEX `disclaimers_live_status_idx` ON `disclaimers` (`live_status`);
CREATE INDEX `disclaimers_updated_at_idx` ON `disclaimers` (`updated_at`);
CREATE INDEX `disclaimers_created_at_idx` ON `disclaimers` (`created_at`);
CREATE INDEX `disclaimers__status_idx` ON `disclaimers` (`_status`);
CREATE TABLE `disclaimers_texts` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer NOT NULL,
	`parent_id` text(36) NOT NULL,
	`path` text NOT NULL,
	`text` text,
	FOREIGN KEY (`parent_id`) REFERENCES `disclaimers`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `disclaimers_texts_order_parent` ON `disclaimers_texts` (`order`,`parent_id`);
CREATE TABLE `_disclaimers_v` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`parent_id` text(36),
	`version_body` text,
	`version_key` text,
	`version_language` text DEFAULT 'en',
	`version_translation_of_id` text(36),
	`version_review_status` text DEFAULT 'draft',
	`version_review_due` text,
	`version_live_status` text DEFAULT 'never',
	`version_updated_at` text,
	`version_created_at` text,
	`version__status` text DEFAULT 'draft',
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`latest` integer,
	FOREIGN KEY (`parent_id`) REFERENCES `disclaimers`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`version_translation_of_id`) REFERENCES `disclaimers`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE INDEX `_disclaimers_v_parent_idx` ON `_disclaimers_v` (`parent_id`);
CREATE INDEX `_disclaimers_v_version_version_key_idx` ON `_disclaimers_v` (`version_key`);
CREATE INDEX `_disclaimers_v_version_version_translation_of_idx` ON `_disclaimers_v` (`version_translation_of_id`);
CREATE INDEX `_disclaimers_v_version_version_review_status_idx` ON `_disclaimers_v` (`version_review_status`);
CREATE INDEX `_disclaimers_v_version_version_review_due_idx` ON `_disclaimers_v` (`version_review_due`);
CREATE INDEX `_disclaimers_v_version_version_live_status_idx` ON `_disclaimers_v` (`version_live_status`);
CREATE INDEX `_disclaimers_v_version_version_updated_at_idx` ON `_disclaimers_v` (`version_updated_at`);
CREATE INDEX `_disclaimers_v_version_version_created_at_idx` ON `_disclaimers_v` (`version_created_at`);
CREATE INDEX `_disclaimers_v_version_version__status_idx` ON `_disclaimers_v` (`version__status`);
CREATE INDEX `_disclaimers_v_created_at_idx` ON `_disclaimers_v` (`created_at`);
CREATE INDEX `_disclaimers_v_updated_at_idx` ON `_disclaimers_v` (`updated_at`);
CREATE INDEX `_disclaimers_v_latest_idx` ON `_disclaimers_v` (`latest`);
CREATE TABLE `_disclaimers_v_texts` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer NOT NULL,
	`parent_id` text(36) NOT NULL,
	`path` text NOT NULL,
	`text` text,
	FOREIGN KEY (`parent_id`) REFERENCES `_disclaimers_v`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `_disclaimers_v_texts_order_parent` ON `_disclaimers_v_texts` (`order`,`parent_id`);
CREATE TABLE `studies_authors` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`family` text,
	`given` text,
	`literal` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `studies_authors_order_idx` ON `studies_authors` (`_order`);
CREATE INDEX `studies_authors_parent_id_idx` ON `studies_authors` (`_parent_id`);
CREATE TABLE `studies` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`title` text,
	`source_type` text DEFAULT 'study',
	`design` text,
	`included_design` text,
	`authors_complete` integer DEFAULT true,
	`container_title` text,
	`publisher` text,
	`issued` text,
	`volume` text,
	`issue` text,
	`page` text,
	`doi` text,
	`pmid` text,
	`pmcid` text,
	`nct` text,
	`url` text,
	`accessed` text,
	`jurisdiction` text,
	`sample_size` numeric,
	`follow_up_months` numeric,
	`primary_outcome_met` text,
	`population` text,
	`intervention` text,
	`comparator` text,
	`result` text,
	`harms` text,
	`funding` text,
	`status` text DEFAULT 'active',
	`status_checked` text,
	`notice_doi` text,
	`key` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`_status` text DEFAULT 'draft'
);

CREATE INDEX `studies_doi_idx` ON `studies` (`doi`);
CREATE INDEX `studies_pmid_idx` ON `studies` (`pmid`);
CREATE INDEX `studies_pmcid_idx` ON `studies` (`pmcid`);
CREATE INDEX `studies_nct_idx` ON `studies` (`nct`);
CREATE UNIQUE INDEX `studies_key_idx` ON `studies` (`key`);
CREATE INDEX `studies_updated_at_idx` ON `studies` (`updated_at`);
CREATE INDEX `studies_created_at_idx` ON `studies` (`created_at`);
CREATE INDEX `studies__status_idx` ON `studies` (`_status`);
CREATE TABLE `_studies_v_version_authors` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`family` text,
	`given` text,
	`literal` text,
	`_uuid` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `_studies_v`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `_studies_v_version_authors_order_idx` ON `_studies_v_version_authors` (`_order`);
CREATE INDEX `_studies_v_version_authors_parent_id_idx` ON `_studies_v_version_authors` (`_parent_id`);
CREATE TABLE `_studies_v` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`parent_id` text(36),
	`version_title` text,
	`version_source_type` text DEFAULT 'study',
	`version_design` text,
	`version_included_design` text,
	`version_authors_complete` integer DEFAULT true,
	`version_container_title` text,
	`version_publisher` text,
	`version_issued` text,
	`version_volume` text,
	`version_issue` text,
	`version_page` text,
	`version_doi` text,
	`version_pmid` text,
	`version_pmcid` text,
	`version_nct` text,
	`version_url` text,
	`version_accessed` text,
	`version_jurisdiction` text,
	`version_sample_size` numeric,
	`version_follow_up_months` numeric,
	`version_primary_outcome_met` text,
	`version_population` text,
	`version_intervention` text,
	`version_comparator` text,
	`version_result` text,
	`version_harms` text,
	`version_funding` text,
	`version_status` text DEFAULT 'active',
	`version_status_checked` text,
	`version_notice_doi` text,
	`version_key` text,
	`version_updated_at` text,
	`version_created_at` text,
	`version__status` text DEFAULT 'draft',
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`latest` integer,
	FOREIGN KEY (`parent_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE INDEX `_studies_v_parent_idx` ON `_studies_v` (`parent_id`);
CREATE INDEX `_studies_v_version_version_doi_idx` ON `_studies_v` (`version_doi`);
CREATE INDEX `_studies_v_version_version_pmid_idx` ON `_studies_v` (`version_pmid`);
CREATE INDEX `_studies_v_version_version_pmcid_idx` ON `_studies_v` (`version_pmcid`);
CREATE INDEX `_studies_v_version_version_nct_idx` ON `_studies_v` (`version_nct`);
CREATE INDEX `_studies_v_version_version_key_idx` ON `_studies_v` (`version_key`);
CREATE INDEX `_studies_v_version_version_updated_at_idx` ON `_studies_v` (`version_updated_at`);
CREATE INDEX `_studies_v_version_version_created_at_idx` ON `_studies_v` (`version_created_at`);
CREATE INDEX `_studies_v_version_version__status_idx` ON `_studies_v` (`version__status`);
CREATE INDEX `_studies_v_created_at_idx` ON `_studies_v` (`created_at`);
CREATE INDEX `_studies_v_updated_at_idx` ON `_studies_v` (`updated_at`);
CREATE INDEX `_studies_v_latest_idx` ON `_studies_v` (`latest`);
CREATE TABLE `conditions` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`name` text,
	`icd10` text,
	`mesh` text,
	`key` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`_status` text DEFAULT 'draft'
);

CREATE UNIQUE INDEX `conditions_key_idx` ON `conditions` (`key`);
CREATE INDEX `conditions_updated_at_idx` ON `conditions` (`updated_at`);
CREATE INDEX `conditions_created_at_idx` ON `conditions` (`created_at`);
CREATE INDEX `conditions__status_idx` ON `conditions` (`_status`);
CREATE TABLE `_conditions_v` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`parent_id` text(36),
	`version_name` text,
	`version_icd10` text,
	`version_mesh` text,
	`version_key` text,
	`version_updated_at` text,
	`version_created_at` text,
	`version__status` text DEFAULT 'draft',
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`latest` integer,
	FOREIGN KEY (`parent_id`) REFERENCES `conditions`(`id`) ON UPDATE no action ON DELETE set null
);

CREATE INDEX `_conditions_v_parent_idx` ON `_conditions_v` (`parent_id`);
CREATE INDEX `_conditions_v_version_version_key_idx` ON `_conditions_v` (`version_key`);
CREATE INDEX `_conditions_v_version_version_updated_at_idx` ON `_conditions_v` (`version_updated_at`);
CREATE INDEX `_conditions_v_version_version_created_at_idx` ON `_conditions_v` (`version_created_at`);
CREATE INDEX `_conditions_v_version_version__status_idx` ON `_conditions_v` (`version__status`);
CREATE INDEX `_conditions_v_created_at_idx` ON `_conditions_v` (`created_at`);
CREATE INDEX `_conditions_v_updated_at_idx` ON `_conditions_v` (`updated_at`);
CREATE INDEX `_conditions_v_latest_idx` ON `_conditions_v` (`latest`);
CREATE TABLE `releases` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`number` numeric NOT NULL,
	`at` text NOT NULL,
	`digest` text NOT NULL,
	`added` numeric NOT NULL,
	`changed` numeric NOT NULL,
	`removed` numeric NOT NULL,
	`withheld` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

CREATE UNIQUE INDEX `releases_number_idx` ON `releases` (`number`);
CREATE INDEX `releases_updated_at_idx` ON `releases` (`updated_at`);
CREATE INDEX `releases_created_at_idx` ON `releases` (`created_at`);
CREATE TABLE `reviews` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`sequence` numeric NOT NULL,
	`at` text NOT NULL,
	`subject` text NOT NULL,
	`action` text NOT NULL,
	`content_hash` text NOT NULL,
	`actor_key` text NOT NULL,
	`actor_name` text NOT NULL,
	`actor` text NOT NULL,
	`meaning` text,
	`reason` text,
	`policy` text,
	`changed` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

CREATE UNIQUE INDEX `reviews_sequence_idx` ON `reviews` (`sequence`);
CREATE INDEX `reviews_subject_idx` ON `reviews` (`subject`);
CREATE INDEX `reviews_actor_key_idx` ON `reviews` (`actor_key`);
CREATE UNIQUE INDEX `reviews_hash_idx` ON `reviews` (`hash`);
CREATE INDEX `reviews_updated_at_idx` ON `reviews` (`updated_at`);
CREATE INDEX `reviews_created_at_idx` ON `reviews` (`created_at`);
CREATE TABLE `channels_slots_when_claim_kinds` (
	`order` integer NOT NULL,
	`parent_id` text NOT NULL,
	`value` text,
	`id` text(36) PRIMARY KEY NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `channels_slots`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `channels_slots_when_claim_kinds_order_idx` ON `channels_slots_when_claim_kinds` (`order`);
CREATE INDEX `channels_slots_when_claim_kinds_parent_idx` ON `channels_slots_when_claim_kinds` (`parent_id`);
CREATE TABLE `channels_slots_when_directions` (
	`order` integer NOT NULL,
	`parent_id` text NOT NULL,
	`value` text,
	`id` text(36) PRIMARY KEY NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `channels_slots`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `channels_slots_when_directions_order_idx` ON `channels_slots_when_directions` (`order`);
CREATE INDEX `channels_slots_when_directions_parent_idx` ON `channels_slots_when_directions` (`parent_id`);
CREATE TABLE `channels_slots_when_certainties` (
	`order` integer NOT NULL,
	`parent_id` text NOT NULL,
	`value` text,
	`id` text(36) PRIMARY KEY NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `channels_slots`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `channels_slots_when_certainties_order_idx` ON `channels_slots_when_certainties` (`order`);
CREATE INDEX `channels_slots_when_certainties_parent_idx` ON `channels_slots_when_certainties` (`parent_id`);
CREATE TABLE `channels_slots_when_regulatory_statuses` (
	`order` integer NOT NULL,
	`parent_id` text NOT NULL,
	`value` text,
	`id` text(36) PRIMARY KEY NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `channels_slots`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `channels_slots_when_regulatory_statuses_order_idx` ON `channels_slots_when_regulatory_statuses` (`order`);
CREATE INDEX `channels_slots_when_regulatory_statuses_parent_idx` ON `channels_slots_when_regulatory_statuses` (`parent_id`);
CREATE TABLE `channels_slots` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`place` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `channels_slots_order_idx` ON `channels_slots` (`_order`);
CREATE INDEX `channels_slots_parent_id_idx` ON `channels_slots` (`_parent_id`);
CREATE TABLE `channels` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`jurisdiction` text NOT NULL,
	`language` text NOT NULL,
	`key` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

CREATE UNIQUE INDEX `channels_key_idx` ON `channels` (`key`);
CREATE INDEX `channels_updated_at_idx` ON `channels` (`updated_at`);
CREATE INDEX `channels_created_at_idx` ON `channels` (`created_at`);
CREATE TABLE `channels_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text(36) NOT NULL,
	`path` text NOT NULL,
	`therapies_id` text(36),
	FOREIGN KEY (`parent_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`therapies_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `channels_rels_order_idx` ON `channels_rels` (`order`);
CREATE INDEX `channels_rels_parent_idx` ON `channels_rels` (`parent_id`);
CREATE INDEX `channels_rels_path_idx` ON `channels_rels` (`path`);
CREATE INDEX `channels_rels_therapies_id_idx` ON `channels_rels` (`therapies_id`);
CREATE TABLE `media` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`alt` text NOT NULL,
	`sha256` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`url` text,
	`thumbnail_u_r_l` text,
	`filename` text,
	`mime_type` text,
	`filesize` numeric,
	`width` numeric,
	`height` numeric,
	`focal_x` numeric,
	`focal_y` numeric
);

CREATE INDEX `media_sha256_idx` ON `media` (`sha256`);
CREATE INDEX `media_updated_at_idx` ON `media` (`updated_at`);
CREATE INDEX `media_created_at_idx` ON `media` (`created_at`);
CREATE UNIQUE INDEX `media_filename_idx` ON `media` (`filename`);
CREATE TABLE `users_roles` (
	`order` integer NOT NULL,
	`parent_id` text(36) NOT NULL,
	`value` text,
	`id` text(36) PRIMARY KEY NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `users_roles_order_idx` ON `users_roles` (`order`);
CREATE INDEX `users_roles_parent_idx` ON `users_roles` (`parent_id`);
CREATE TABLE `users_sessions` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`created_at` text,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `users_sessions_order_idx` ON `users_sessions` (`_order`);
CREATE INDEX `users_sessions_parent_id_idx` ON `users_sessions` (`_parent_id`);
CREATE TABLE `users` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`credentials` text,
	`orcid` text,
	`is_fictitious` integer DEFAULT false,
	`key` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`email` text NOT NULL,
	`reset_password_token` text,
	`reset_password_expiration` text,
	`salt` text,
	`hash` text,
	`reset_password_requested_at` text,
	`login_attempts` numeric DEFAULT 0,
	`lock_until` text
);

CREATE UNIQUE INDEX `users_key_idx` ON `users` (`key`);
CREATE INDEX `users_updated_at_idx` ON `users` (`updated_at`);
CREATE INDEX `users_created_at_idx` ON `users` (`created_at`);
CREATE UNIQUE INDEX `users_email_idx` ON `users` (`email`);
CREATE TABLE `payload_kv` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`data` text NOT NULL
);

CREATE UNIQUE INDEX `payload_kv_key_idx` ON `payload_kv` (`key`);
CREATE TABLE `payload_jobs_log` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`executed_at` text NOT NULL,
	`completed_at` text NOT NULL,
	`task_slug` text NOT NULL,
	`task_i_d` text NOT NULL,
	`input` text,
	`output` text,
	`state` text NOT NULL,
	`error` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `payload_jobs`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `payload_jobs_log_order_idx` ON `payload_jobs_log` (`_order`);
CREATE INDEX `payload_jobs_log_parent_id_idx` ON `payload_jobs_log` (`_parent_id`);
CREATE TABLE `payload_jobs` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`input` text,
	`completed_at` text,
	`total_tried` numeric DEFAULT 0,
	`has_error` integer DEFAULT false,
	`error` text,
	`task_slug` text,
	`queue` text DEFAULT 'default',
	`wait_until` text,
	`processing` integer DEFAULT false,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

CREATE INDEX `payload_jobs_completed_at_idx` ON `payload_jobs` (`completed_at`);
CREATE INDEX `payload_jobs_total_tried_idx` ON `payload_jobs` (`total_tried`);
CREATE INDEX `payload_jobs_has_error_idx` ON `payload_jobs` (`has_error`);
CREATE INDEX `payload_jobs_task_slug_idx` ON `payload_jobs` (`task_slug`);
CREATE INDEX `payload_jobs_queue_idx` ON `payload_jobs` (`queue`);
CREATE INDEX `payload_jobs_wait_until_idx` ON `payload_jobs` (`wait_until`);
CREATE INDEX `payload_jobs_processing_idx` ON `payload_jobs` (`processing`);
CREATE INDEX `payload_jobs_updated_at_idx` ON `payload_jobs` (`updated_at`);
CREATE INDEX `payload_jobs_created_at_idx` ON `payload_jobs` (`created_at`);
CREATE TABLE `payload_locked_documents` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`global_slug` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

CREATE INDEX `payload_locked_documents_global_slug_idx` ON `payload_locked_documents` (`global_slug`);
CREATE INDEX `payload_locked_documents_updated_at_idx` ON `payload_locked_documents` (`updated_at`);
CREATE INDEX `payload_locked_documents_created_at_idx` ON `payload_locked_documents` (`created_at`);
CREATE TABLE `payload_locked_documents_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text(36) NOT NULL,
	`path` text NOT NULL,
	`therapies_id` text(36),
	`articles_id` text(36),
	`claims_id` text(36),
	`disclaimers_id` text(36),
	`studies_id` text(36),
	`conditions_id` text(36),
	`releases_id` text(36),
	`reviews_id` text(36),
	`channels_id` text(36),
	`media_id` text(36),
	`users_id` text(36),
	FOREIGN KEY (`parent_id`) REFERENCES `payload_locked_documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`therapies_id`) REFERENCES `therapies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`articles_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`claims_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`disclaimers_id`) REFERENCES `disclaimers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`studies_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conditions_id`) REFERENCES `conditions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`releases_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reviews_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`channels_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`users_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `payload_locked_documents_rels_order_idx` ON `payload_locked_documents_rels` (`order`);
CREATE INDEX `payload_locked_documents_rels_parent_idx` ON `payload_locked_documents_rels` (`parent_id`);
CREATE INDEX `payload_locked_documents_rels_path_idx` ON `payload_locked_documents_rels` (`path`);
CREATE INDEX `payload_locked_documents_rels_therapies_id_idx` ON `payload_locked_documents_rels` (`therapies_id`);
CREATE INDEX `payload_locked_documents_rels_articles_id_idx` ON `payload_locked_documents_rels` (`articles_id`);
CREATE INDEX `payload_locked_documents_rels_claims_id_idx` ON `payload_locked_documents_rels` (`claims_id`);
CREATE INDEX `payload_locked_documents_rels_disclaimers_id_idx` ON `payload_locked_documents_rels` (`disclaimers_id`);
CREATE INDEX `payload_locked_documents_rels_studies_id_idx` ON `payload_locked_documents_rels` (`studies_id`);
CREATE INDEX `payload_locked_documents_rels_conditions_id_idx` ON `payload_locked_documents_rels` (`conditions_id`);
CREATE INDEX `payload_locked_documents_rels_releases_id_idx` ON `payload_locked_documents_rels` (`releases_id`);
CREATE INDEX `payload_locked_documents_rels_reviews_id_idx` ON `payload_locked_documents_rels` (`reviews_id`);
CREATE INDEX `payload_locked_documents_rels_channels_id_idx` ON `payload_locked_documents_rels` (`channels_id`);
CREATE INDEX `payload_locked_documents_rels_media_id_idx` ON `payload_locked_documents_rels` (`media_id`);
CREATE INDEX `payload_locked_documents_rels_users_id_idx` ON `payload_locked_documents_rels` (`users_id`);
CREATE TABLE `payload_preferences` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`key` text,
	`value` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

CREATE INDEX `payload_preferences_key_idx` ON `payload_preferences` (`key`);
CREATE INDEX `payload_preferences_updated_at_idx` ON `payload_preferences` (`updated_at`);
CREATE INDEX `payload_preferences_created_at_idx` ON `payload_preferences` (`created_at`);
CREATE TABLE `payload_preferences_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text(36) NOT NULL,
	`path` text NOT NULL,
	`users_id` text(36),
	FOREIGN KEY (`parent_id`) REFERENCES `payload_preferences`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`users_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);

CREATE INDEX `payload_preferences_rels_order_idx` ON `payload_preferences_rels` (`order`);
CREATE INDEX `payload_preferences_rels_parent_idx` ON `payload_preferences_rels` (`parent_id`);
CREATE INDEX `payload_preferences_rels_path_idx` ON `payload_preferences_rels` (`path`);
CREATE INDEX `payload_preferences_rels_users_id_idx` ON `payload_preferences_rels` (`users_id`);
CREATE TABLE `payload_migrations` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`name` text,
	`batch` numeric,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

CREATE INDEX `payload_migrations_updated_at_idx` ON `payload_migrations` (`updated_at`);
CREATE INDEX `payload_migrations_created_at_idx` ON `payload_migrations` (`created_at`);
