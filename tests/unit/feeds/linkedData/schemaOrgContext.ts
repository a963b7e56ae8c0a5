const types = [
  ...['Claim', 'CreativeWork', 'HealthTopicContent', 'MedicalCode', 'MedicalCondition'],
  ...['MedicalObservationalStudy', 'MedicalScholarlyArticle', 'MedicalTherapy', 'MedicalTrial'],
  ...['MedicalWebPage', 'Organization', 'Periodical', 'Person', 'PropertyValue'],
]

/** Their values are nodes or text; a bare string is text, whatever it looks like. */
const plain = [
  ...['about', 'alternateName', 'author', 'citation', 'code', 'codeValue', 'codingSystem'],
  ...['creativeWorkStatus', 'description', 'disambiguatingDescription', 'familyName', 'givenName'],
  ...['hasHealthAspect', 'hasPart', 'honorificSuffix', 'identifier', 'inLanguage', 'mainEntity'],
  ...['mentions', 'name', 'propertyID', 'publisher', 'reviewedBy', 'studyDesign', 'text'],
  ...['trialDesign', 'value'],
]
/** Their bare strings are IRIs. */
const addresses = ['isPartOf', 'license', 'url']
const dates = ['datePublished', 'lastReviewed']

/**
 * What the context at https://schema.org says of the terms that items use, as published with
 * release 30.0: every term below schema.org's IRI of the http scheme, and how a bare string is read.
 * Unlike the published one it has no `@vocab`, so that a term it does not name is an error.
 */
export const schemaOrgContext = {
  '@context': {
    schema: 'http://schema.org/',
    Date: { '@id': 'schema:Date' },
    ...Object.fromEntries([...types, ...plain].map((name) => [name, { '@id': `schema:${name}` }])),
    ...Object.fromEntries(
      addresses.map((name) => [name, { '@id': `schema:${name}`, '@type': '@id' }]),
    ),
    ...Object.fromEntries(
      dates.map((name) => [name, { '@id': `schema:${name}`, '@type': 'Date' }]),
    ),
  },
}
