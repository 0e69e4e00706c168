/** The server's disk is full for a while: tablets keep what is written, say so, and send it once there is room again. */
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { measured } from '#tests/support/figures.ts';
import { joinedTablet, untilAllSafe, writeLine } from '#tests/support/joined-tablet.ts';
import { stateChip } from '#tests/support/joining.ts';
import type { Told } from '#tests/support/lines-told.ts';
import { expect as expectPage } from '#tests/support/patient-expect.ts';
import { flipChart, photoOn, takePhoto } from '#tests/support/pictures.ts';
import { serverProcess } from '#tests/support/server-process.ts';
import { notOnServer, storedRecords } from '#tests/support/server-records.ts';
import { smallDisk, whyNoSmallDisk } from '#tests/support/small-disk.ts';
import { tabletStore } from '#tests/support/tablet-store.ts';
import { say } from '#tests/support/words.ts';

/** A server whose disk is full asks to be left alone for half a minute. */
const byItself = { timeout: 120_000 };

const missing = whyNoSmallDisk();
const why = missing === undefined ? '' : `: not tried, this machine mounts no disk in memory (${missing})`;
if (missing !== undefined) console.warn(`SKIPPED: the server's full disk${why}`);

describe.skipIf(missing !== undefined)(`a full disk of the server${why}`, () => {
  it('loses nothing, is said on the tablet, and is over by itself when there is room', async (context) => {
    const disk = smallDisk(32);
    context.onTestFinished(() => disk.remove());
    const server = await serverProcess({ DATA_DIR: disk.folder });
    context.onTestFinished(() => server.remove());
    await server.start();
    const { page, told } = await joinedTablet(context, server.url, await server.setupLink());
    const falselySafe: Told[] = [];
    const check = () => falselySafe.push(...notOnServer([...told.safe.values()], disk.folder));
    for (let line = 0; line < 5; line += 1) await writeLine(page, `${line}: There is room`);
    await untilAllSafe({ page, told }, 5, byItself);

    disk.fill();
    for (let line = 5; line < 25; line += 1) {
      await writeLine(page, `${line}: The disk is full`);
      check();
    }
    await takePhoto(page, await flipChart(page, 'Full', 1600, 1200, true));
    await expectPage(photoOn(page, 'A1-25')).toBeVisible();
    await expectPage(stateChip(page, 'countOnTablet')).toBeVisible();
    await setTimeout(3_000);
    check();
    const storedWhileFull = storedRecords(disk.folder, 'capture').length;
    await stateChip(page, 'countOnTablet').click();
    await expectPage(page.getByText(say('device.server.state.away')).first()).toBeVisible();
    await page.goBack();

    // It is killed while its disk is full, and started again when somebody has made room.
    await server.kill();
    disk.free();
    await server.start();
    check();
    await writeLine(page, '25: There is room again');
    await untilAllSafe({ page, told }, 26, byItself);

    // And once more, without anybody starting it.
    disk.fill();
    for (let line = 26; line < 40; line += 1) await writeLine(page, `${line}: The disk is full again`);
    await setTimeout(3_000);
    check();
    disk.free();
    await untilAllSafe({ page, told }, 40, byItself);

    const lost = notOnServer([...told.saved.values()], disk.folder);
    const stored = storedRecords(disk.folder, 'capture');
    const held = await tabletStore(page);
    measured(context, {
      'lines saved': told.saved.size,
      'on the server while it was full': storedWhileFull,
      lost: lost.length,
      doubled: stored.length - new Set(stored.map(({ v }) => v['text'])).size,
      'left to send': held.pending,
      'false "on the server"': falselySafe.length,
    });
    expect(storedWhileFull).toBeLessThan(25);
    expect(lost).toEqual([]);
    expect(falselySafe).toEqual([]);
    expect(stored.length).toBe(40);
    expect(held).toMatchObject({ pending: 0, quarantined: 0 });
  });
});
