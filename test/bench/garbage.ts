import v8 from 'node:v8';
import vm from 'node:vm';

/** Collects all garbage now. Node offers it to programs that are started with a flag, which may be set later too, for a new context. */
export const collectGarbage = (): void => {
  v8.setFlagsFromString('--expose-gc');
  (vm.runInNewContext('gc') as () => void)();
};
