import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createWorkspace, goTo, passphrase } from './entrance.ts';
import { expect, test } from './fixtures.ts';

test('the database of the running app has every setting that keeps it safe', async ({ page }) => {
  await createWorkspace(page);
  const reply = await page.evaluate(() => window.api.invoke('workspace.safeguards', {}));
  expect(reply).toMatchObject({
    ok: true,
    value: {
      cipher: 'sqlcipher',
      journalMode: 'wal',
      synchronous: 2,
      fullfsync: 1,
      checkpointFullfsync: 1,
      foreignKeys: 1,
      tempStore: 2,
      secureDelete: 1,
      trustedSchema: 0,
      lockingMode: 'exclusive',
    },
  });
});

test.describe('what lies on the disk after a session', () => {
  test.use({ hasDemonstration: false });

  test('holds nothing personal in plain text, in no file and in no file name', async ({ app, page, userData }) => {
    await createWorkspace(page);
    const personal = { givenNames: 'Zoltana', familyName: 'Quillfeather', employer: 'Wexcombe Haven' };
    await goTo(page, 'Apprentices');
    await page.evaluate(async ({ givenNames, familyName, employer }) => {
      const ask = async (channel: string, input: unknown): Promise<{ id: string }> => {
        const reply = await window.api.invoke(channel, input);
        if (!reply.ok) throw new Error(reply.error.message);
        return reply.value as { id: string };
      };
      const details = { givenNames, familyName, employer, uln: '1000000019', trainingProvider: 'Example Training' };
      const apprentice = await ask('apprentice.add', details);
      const planId = 'st1030-demonstration';
      const assessment = await ask('assessment.add', { apprenticeId: apprentice.id, planId, practice: true });
      const checklist = {
        place: employer,
        identityDocument: 'Passport',
        present: '',
        adjustmentPercent: 0,
        adjustments: '',
        independenceDeclared: true,
        briefingGiven: true,
      };
      const wanted = { assessmentId: assessment.id, methodKey: 'professionalDiscussion', checklist };
      const session = await ask('session.begin', wanted);
      const note = { kind: 'answer', body: 'Perspicacious and kind', ksbs: ['K16'], followsId: null };
      await ask('note.add', { sessionId: session.id, ...note });
      await ask('draft.keep', { sessionId: session.id, field: 'note', body: 'half a perspicacious thought' });
    }, personal);
    await page.reload();
    await app.close();

    const words = [...Object.values(personal), '1000000019', 'erspicacious', 'Robin Assessor', passphrase];
    const files = readdirSync(userData, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
    expect(files.length).toBeGreaterThan(3);
    for (const { name, parentPath } of files) {
      const bytes = readFileSync(path.join(parentPath, name));
      const found = words.filter(
        word => name.includes(word) || bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')),
      );
      expect(found, name).toEqual([]);
    }
  });
});
