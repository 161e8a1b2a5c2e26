/** Calls `run` at once, and then at most once every `milliseconds` for all the calls that come meanwhile. */
export const createThrottle = (
  run: () => void,
  milliseconds: number,
  later: (run: () => void, milliseconds: number) => void = setTimeout,
): (() => void) => {
  let isResting = false;
  let isAsked = false;
  const go = (): void => {
    isAsked = false;
    isResting = true;
    run();
    later(() => {
      isResting = false;
      if (isAsked) go();
    }, milliseconds);
  };
  return () => {
    if (isResting) isAsked = true;
    else go();
  };
};
