import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive, and what its directory is to say of it instead of the truth. */
export interface Part {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the directory says that it unpacks to. */
  readonly claimed?: number;
  readonly encrypted?: boolean;
}

/** A zip archive, byte by byte: no library writes the ones that are meant to do harm. */
export function zipOf(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const content = Buffer.from(part.content);
    const data = deflateRawSync(content, { level: 9 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((part.encrypted ? 1 : 0) | 0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(part.claimed ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, name, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, tail, name]));
    files.push(file);
    offset += file.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, entries, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relationships = (targets: Readonly<Record<string, string>>): string => {
  const each = Object.entries(targets).map(
    ([type, target], at) => `<Relationship Id="r${at}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${RELATIONSHIPS}">${each.join('')}</Relationships>`;
};

/** A workbook of one sheet, from the XML that the sheet, its styles and its strings hold. */
export function xlsxOf(
  sheet: string,
  { styles = '', strings = '', head = HEAD }: { styles?: string; strings?: string; head?: string } = {},
): Buffer {
  return zipOf([
    { name: '_rels/.rels', content: relationships({ officeDocument: 'xl/workbook.xml' }) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships({ worksheet: 'worksheets/sheet1.xml', styles: 'styles.xml', sharedStrings: '/xl/strings.xml' }),
    },
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook xmlns:r="${OFFICE}"><sheets><sheet name="実績" sheetId="1" r:id="r0"/></sheets></workbook>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: `${head}<worksheet>${sheet}</worksheet>` },
    { name: 'xl/styles.xml', content: `${HEAD}<styleSheet>${styles}</styleSheet>` },
    { name: 'xl/strings.xml', content: `${HEAD}<sst>${strings}</sst>` },
  ]);
}

/** A Word document, from the XML of its body, and of its numbering, styles and footnotes. */
export function docxOf(
  body: string,
  { numbering, styles, footnotes, head = HEAD }: { numbering?: string; styles?: string; footnotes?: string; head?: string } = {},
): Buffer {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipOf([
    { name: '_rels/.rels', content: relationships({ officeDocument: '/word/document2.xml' }) },
    {
      name: 'word/_rels/document2.xml.rels',
      content: relationships({ numbering: 'numbering.xml', styles: 'styles.xml', footnotes: 'footnotes.xml', image: 'media/none.png' }),
    },
    { name: 'word/document2.xml', content: `${head}<w:document ${w}><w:body>${body}</w:body></w:document>` },
    ...(numbering === undefined ? [] : [{ name: 'word/numbering.xml', content: `${HEAD}<w:numbering ${w}>${numbering}</w:numbering>` }]),
    ...(styles === undefined ? [] : [{ name: 'word/styles.xml', content: `${HEAD}<w:styles ${w}>${styles}</w:styles>` }]),
    ...(footnotes === undefined ? [] : [{ name: 'word/footnotes.xml', content: `${HEAD}<w:footnotes ${w}>${footnotes}</w:footnotes>` }]),
  ]);
}
