import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { type Figure, figure, timeInTurns } from './measuring.ts';
import type { Paragraph } from './plain-report.ts';
import { drive, launchOf } from './window.ts';

const name = 'Report built and signed';

/** The report beside other programs that make a PDF of the same words: Chromium's printing, and LibreOffice where it is installed. */
export async function measureOtherPrinters(
  scratch: string,
  paragraphs: readonly Paragraph[],
  ours: () => Promise<unknown>,
): Promise<Figure[]> {
  const page = path.join(scratch, 'report.html');
  writeFileSync(page, htmlOf(paragraphs));
  return [await besideChromium(scratch, page, ours), ...(await besideLibreOffice(scratch, page, ours))];
}

async function besideChromium(scratch: string, page: string, ours: () => Promise<unknown>): Promise<Figure> {
  const { electron } = await drive(launchOf('empty', scratch));
  try {
    const printed = () => printWith(electron, page);
    const times = await timeInTurns({ count: 20, warmUp: 2 }, { ours, printed });
    const baseline = 'Chromium’s printToPDF, same words, tagged, unsigned';
    return figure({ key: 'reportChromium', name, unit: 'ms', baseline }, times.ours, times.printed);
  } finally {
    await electron.close();
  }
}

async function printWith(electron: ElectronApplication, page: string): Promise<void> {
  const size = await electron.evaluate(async ({ BrowserWindow }, file) => {
    const [window] = BrowserWindow.getAllWindows();
    await window?.loadFile(file);
    return (await window?.webContents.printToPDF({ pageSize: 'A4', generateTaggedPDF: true }))?.length ?? 0;
  }, page);
  if (size === 0) throw new Error('Chromium printed nothing.');
}

/** Nothing where LibreOffice is not installed. */
async function besideLibreOffice(scratch: string, page: string, ours: () => Promise<unknown>): Promise<Figure[]> {
  if (spawnSync('soffice', ['--version']).status !== 0) return [];
  const profile = `-env:UserInstallation=file://${path.join(scratch, 'libreoffice')}`;
  const words = [profile, '--headless', '--convert-to', 'pdf:writer_web_pdf_Export', '--outdir', scratch, page];
  const converted = () => void execFileSync('soffice', words, { stdio: 'ignore' });
  const times = await timeInTurns({ count: 3, warmUp: 1 }, { ours, converted });
  const baseline = 'LibreOffice, same words, one call a report';
  return [figure({ key: 'reportLibreOffice', name, unit: 'ms', baseline }, times.ours, times.converted)];
}

function htmlOf(paragraphs: readonly Paragraph[]): string {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const lines = paragraphs.map(({ text, size, bold }) => {
    const weight = bold ? ';font-weight:600' : '';
    return `<p style="font-size:${size}pt${weight}">${escaped(text)}</p>`;
  });
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Report</title>${lines.join('\n')}</html>`;
}
