import type { components } from './schema';

type Schemas = components['schemas'];
export type Words = Schemas['Words'];
export type Problem = Schemas['Problem'];
export type Credentials = Schemas['Credentials'];
export type Session = Schemas['Session'];
export type Round = Schemas['Round'];
export type SetReference = Schemas['SetReference'];
export type Points = Schemas['Points'];
export type UnitSummary = Schemas['UnitSummary'];
export type CriterionState = Schemas['CriterionState'];
export type Criterion = Schemas['Criterion'];
export type Assessment = Schemas['Assessment'];
export type Source = Schemas['Source'];
export type Input = Schemas['Input'];
export type Evidence = Schemas['Evidence'];
export type Explanation = Schemas['Explanation'];
export type Report = Schemas['Report'];
export type Reading = Schemas['Reading'];
export type Citation = Reading['citations'][number];
export type Figure = Reading['figures'][number] & Partial<FigureMeaning>;
export type Claim = Reading['claims'][number];
export type Finding = Reading['findings'][number];
export type Severity = Finding['severity'];
/** Half-open range of UTF-8 byte offsets in the source text. */
export type Bytes = readonly [number, number];
export type Structure = Reading['structure'];
export type Acceptance = Schemas['Acceptance'];
export type Document = Schemas['Document'];
export type DocumentState = Document['state'];
export type DocumentReport = Schemas['DocumentReport'];
export type Extraction = DocumentReport['extraction'];
export type ExtractedPage = Extraction['pages'][number];
export type Signature = Extraction['signatures'][number];
export type Box = Schemas['Box'];

interface FigureMeaning {
  counted: { text: string; bytes: [number, number] } | null;
  of: { name: string; place: 'sentence' | 'heading' | 'document'; bytes: [number, number] | null } | null;
  period: { from: string | null; to: string | null; source: 'written' | 'own'; bytes: [number, number] | null } | null;
  soft: { kind: 'about' | 'below' | 'above' | 'at_least' | 'at_most'; text: string } | null;
  items: { item: string; confidence: 'certain' | 'probable' | 'possible'; rule: string }[];
  doubtful: boolean;
}
