import type { Certainty } from '../../domain/model/index.ts'
import { certainties } from '../../domain/model/index.ts'
import type { JsonLd } from './jsonLd.ts'
import { ownNamespace } from './ownTerms.ts'

/** FHIR R5 CodeSystem EvidenceCertaintyRating: our certainties bear its codes. */
const fhirCertaintyRating = 'http://hl7.org/fhir/certainty-rating'

interface Term {
  readonly label: string
  readonly comment: string
  readonly domain: string
  readonly range: string
}

const properties: Readonly<Record<string, Term>> = {
  certainty: {
    label: 'certainty',
    comment:
      'GRADE certainty of the evidence behind a claim. A reader who does not know the value has to treat it as unknown, never as high.',
    domain: 'schema:Claim',
    range: 'citegate:Certainty',
  },
  certaintyReason: {
    label: 'certainty reason',
    comment: 'Why the certainty is what it is: the GRADE domains in words.',
    domain: 'schema:Claim',
    range: 'xsd:string',
  },
  supportedBy: {
    label: 'supported by',
    comment: 'A source whose result supports the claim.',
    domain: 'schema:Claim',
    range: 'schema:CreativeWork',
  },
  contradictedBy: {
    label: 'contradicted by',
    comment: 'A source whose result speaks against the claim.',
    domain: 'schema:Claim',
    range: 'schema:CreativeWork',
  },
  background: {
    label: 'background',
    comment: 'A source that a claim names without resting on its result.',
    domain: 'schema:Claim',
    range: 'schema:CreativeWork',
  },
  oxfordLevel: {
    label: 'Oxford level',
    comment:
      'Level of evidence from 1, the strongest, to 5, of a source for the question "Does this intervention help?" (OCEBM Levels of Evidence Working Group, 2011).',
    domain: 'schema:CreativeWork',
    range: 'xsd:integer',
  },
}

const concepts: Readonly<Record<Certainty, string>> = {
  high: 'Further research is very unlikely to change the estimate of the effect.',
  moderate:
    'The true effect is probably close to the estimate, and may be substantially different.',
  low: 'The true effect may be substantially different from the estimate.',
  'very-low': 'The true effect is likely to be substantially different from the estimate.',
}

/** Our own terms, described in RDFS and SKOS as JSON-LD that needs no other file to be read. */
export function ownVocabulary(publicUrl: string): JsonLd {
  return {
    '@context': {
      citegate: ownNamespace(publicUrl),
      owl: 'http://www.w3.org/2002/07/owl#',
      rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
      schema: 'http://schema.org/',
      skos: 'http://www.w3.org/2004/02/skos/core#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@graph': [
      {
        '@id': ownNamespace(publicUrl).slice(0, -1),
        '@type': 'owl:Ontology',
        ...named('Terms for medical evidence', 'What schema.org has no terms for.'),
      },
      ...Object.entries(properties).map(([name, term]) => ({
        '@id': `citegate:${name}`,
        '@type': 'rdf:Property',
        ...named(term.label, term.comment),
        'rdfs:domain': { '@id': term.domain },
        'rdfs:range': { '@id': term.range },
        'rdfs:isDefinedBy': { '@id': ownNamespace(publicUrl).slice(0, -1) },
      })),
      {
        '@id': 'citegate:Certainty',
        '@type': 'rdfs:Class',
        ...named('Certainty', 'A GRADE level of certainty of evidence.'),
      },
      {
        '@id': 'citegate:certainties',
        '@type': 'skos:ConceptScheme',
        ...named('GRADE certainties', 'From the most to the least certain.'),
        'rdfs:seeAlso': { '@id': fhirCertaintyRating },
      },
      ...certainties.map((certainty) => ({
        '@id': `citegate:certainty-${certainty}`,
        '@type': ['citegate:Certainty', 'skos:Concept'],
        'skos:notation': certainty,
        'skos:prefLabel': { '@language': 'en', '@value': certainty.replace('-', ' ') },
        'skos:definition': { '@language': 'en', '@value': concepts[certainty] },
        'skos:inScheme': { '@id': 'citegate:certainties' },
      })),
    ],
  }
}

function named(label: string, comment: string): JsonLd {
  return {
    'rdfs:label': { '@language': 'en', '@value': label },
    'rdfs:comment': { '@language': 'en', '@value': comment },
  }
}
