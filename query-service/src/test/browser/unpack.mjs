// Fetches a browser and the driver that steers it, and unpacks both for the tests: `node unpack.mjs <folder>`.
// Writes <folder>/browser.json: where the browser is and how it must be started.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const here = import.meta.dirname;
const out = resolve(process.argv[2]);
const modules = join(here, 'node_modules');

if (!['@sparticuz/chromium', 'playwright-core', 'axe-core'].every((name) => existsSync(join(modules, name)))) {
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: 'inherit' });
  if (npm.status !== 0) process.exit(1);
}

mkdirSync(out, { recursive: true });
process.env.TMPDIR = out; // the browser unpacks itself there
process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'; // makes it bring the system libraries that a bare machine lacks
const { default: chromium } = await import('@sparticuz/chromium');
const executable = await chromium.executablePath();

const driver = join(out, 'driver');
mkdirSync(driver, { recursive: true });
if (!existsSync(join(driver, 'package'))) symlinkSync(join(modules, 'playwright-core'), join(driver, 'package'));
writeFileSync(join(out, 'browser.json'),
  JSON.stringify({ executable, node: process.execPath, driver, libraries: process.env.LD_LIBRARY_PATH ?? '', arguments: chromium.args }, null, 2));
