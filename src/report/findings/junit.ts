import type { Finding, Language } from '../../model/index.ts';
import { placeOf } from '../place.ts';
import { visible } from '../visible.ts';
import { hasFailed, type Suite, suitesOf } from './cases.ts';
import type { FindingsFormatter } from './formatter.ts';

/** JUnit XML, as GitLab, Jenkins and Azure read it: a suite for each document, a failed test for each finding but the notes. */
export const junit: FindingsFormatter = (findings, context) => {
  const suites = suitesOf(findings, context);
  const tests = suites.reduce((sum, suite) => sum + testsOf(suite), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="kpi check" tests="${tests}" failures="${findings.filter(hasFailed).length}" errors="0">`,
    ...suites.flatMap((suite) => suiteLines(suite, context.lang)),
    '</testsuites>',
    '',
  ].join('\n');
};

const testsOf = ({ findings }: Suite): number => Math.max(1, findings.length);

function suiteLines(suite: Suite, lang: Language): string[] {
  const { document, findings } = suite;
  const failures = findings.filter(hasFailed).length;
  const passed = `    <testcase classname="${attribute(document)}" name="kpi check"/>`;
  return [
    `  <testsuite name="${attribute(document)}" tests="${testsOf(suite)}" failures="${failures}" errors="0" skipped="0">`,
    ...(findings.length === 0 ? [passed] : findings.flatMap((finding) => caseLines(finding, lang))),
    '  </testsuite>',
  ];
}

function caseLines(finding: Finding, lang: Language): string[] {
  const { rule, severity, message, computation, id = rule, source } = finding;
  const body = content([placeOf(source), source.quote, computation, id].filter((line) => line !== undefined).join('\n'));
  const said = attribute(message[lang]);
  const name = attribute(`${rule} (${placeOf(source)})`);
  return [
    `    <testcase classname="${attribute(source.document)}" name="${name}" file="${attribute(source.document)}" line="${source.lineStart}">`,
    hasFailed(finding)
      ? `      <failure type="${severity}" message="${said}">${body}</failure>`
      : `      <system-out>${content(`${severity}: ${message[lang]}\n`)}${body}</system-out>`,
    '    </testcase>',
  ];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** XML has no way to write control characters, half a pair or what is no character: they are made visible, or replaced. */
const content = (text: string): string =>
  visible(text)
    .replace(/[\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

const attribute = (text: string): string => content(text).replaceAll('\n', '&#10;');
