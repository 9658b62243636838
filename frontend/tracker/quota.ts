const BURST = 10;
const EACH_MS = 6000;
const SAME_MS = 2000;

/**
 * How much one page may report: a burst, then one each few seconds, and the same error not twice in a moment. A script
 * that fails in a loop costs the page and the instance nothing; what is left out is counted.
 */
export function pageQuota(now: () => number): (what: string) => boolean {
  let left = BURST;
  let last = now();
  let lastWhat = '';
  let lastTime = -Infinity;
  return (what) => {
    const time = now();
    const again = what === lastWhat && time - lastTime < SAME_MS;
    left = Math.min(BURST, left + (time - last) / EACH_MS);
    last = time;
    if (again || left < 1) {
      return false;
    }
    left--;
    lastWhat = what;
    lastTime = time;
    return true;
  };
}
