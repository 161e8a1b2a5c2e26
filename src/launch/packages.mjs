/** Whether the installed packages are the locked ones, and a lock between processes: without a dependency, see run.mjs. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** How often a taken lock is looked at again, in milliseconds. */
const LOCK_POLL_MS = 500;

const readPackages = file => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return null;
  }
};

/**
 * Whether node_modules holds what package-lock.json names. npm leaves out optional packages (those for other systems), and
 * writes what it installed into node_modules/.package-lock.json.
 */
export const arePackagesCurrent = root => {
  const locked = readPackages(path.join(root, 'package-lock.json'));
  const installed = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (locked === null || installed === null) return false;
  const isSame = name => installed[name]?.version === locked[name]?.version && installed[name]?.integrity === locked[name]?.integrity;
  const isThere = name => isSame(name) && fs.existsSync(path.join(root, name, 'package.json'));
  return (
    Object.entries(locked).every(([name, { optional }]) => name === '' || isThere(name) || (optional === true && installed[name] === undefined)) &&
    Object.keys(installed).every(isSame)
  );
};

const isAlive = pid => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives, and belongs to somebody else.
    return error.code === 'EPERM';
  }
};

/** Takes the lock file, or tells that a living process holds it. One left behind by a dead process is taken away. */
const take = file => {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  let holder;
  try {
    holder = Number(fs.readFileSync(file, 'utf8'));
  } catch {
    return false; // It was let go just now.
  }
  // Between its creation and its first byte a lock is nobody's: it is looked at again.
  if (holder > 0 && !isAlive(holder)) fs.rmSync(file, { force: true });
  return false;
};

/** Does the work while no other process of this machine does work of that name. */
export const withLock = async (name, work) => {
  const file = path.join(os.tmpdir(), `cors-devtools-${createHash('sha256').update(name).digest('hex').slice(0, 16)}.lock`);
  let told = false;
  while (!take(file)) {
    if (!told) console.log('Waiting for another command that is setting the same thing up.');
    told = true;
    await new Promise(resolve => {
      setTimeout(resolve, LOCK_POLL_MS);
    });
  }
  const release = () => fs.rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
};
