/** Types of packages.mjs, which is plain JavaScript. */
export declare const arePackagesCurrent: (root: string) => boolean;
export declare const withLock: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;
