// Builds what the pages load: `node build.mjs <folder> <stamp file>`. Does nothing when no input changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const here = import.meta.dirname;
const modules = join(here, 'node_modules');
const [out, stamp] = process.argv.slice(2).map((path) => resolve(path));

const digest = (names) => {
  const hash = createHash('sha256');
  names.forEach((name) => hash.update(name).update(readFileSync(join(here, name))));
  return hash.digest('hex');
};

const install = () => {
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (npm.status !== 0) {
    console.error('The pages need npm and its registry once, to fetch the packages in package-lock.json; npm ci failed.');
    process.exit(1);
  }
};

const assemble = async () => {
  mkdirSync(out, { recursive: true });
  const sass = await import('sass');
  const { css } = sass.compile(join(here, 'pages.scss'), { style: 'compressed', loadPaths: [modules], quietDeps: true });
  writeFileSync(join(out, 'pages.css'), css);
  copyFileSync(join(here, 'pages.js'), join(out, 'pages.js'));
  copyFileSync(join(here, 'star.svg'), join(out, 'star.svg'));
  copyFileSync(join(modules, 'htmx.org/dist/htmx.min.js'), join(out, 'htmx.js'));
  copyFileSync(join(modules, 'echarts/dist/echarts.min.js'), join(out, 'echarts.js'));
};

/** Runs the step unless the stamp says that it ran on the same input. */
const once = async (marker, input, step) => {
  if (existsSync(marker) && readFileSync(marker, 'utf8') === input) return;
  await step();
  writeFileSync(marker, input);
};

const sources = readdirSync(here).filter((name) => name !== 'node_modules').sort();
await once(join(modules, '.installed'), digest(['package-lock.json', '.npmrc']), install);
await once(stamp, `${out} ${digest(sources)}`, assemble);
