import { useEffect, useRef } from 'preact/hooks';
import { Blank } from './Blank.tsx';
import { usePanel } from './context.ts';
import { Detail } from './Detail.tsx';
import { List } from './List.tsx';
import { Notices } from './Notices.tsx';
import { lazily } from './parts/lazily.tsx';
import { StatusBar } from './StatusBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import { words } from './words.ts';

const FileNotice = lazily(later => later.FileNotice);
const TrialBanner = lazily(later => later.TrialBanner);

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLInputElement && (target.type === 'search' || target.type === 'text');

function News() {
  return (
    <p class="unseen" role="status">
      {usePanel().store.news.text}
    </p>
  );
}

function Main() {
  const { filter, selection } = usePanel().store;
  const list = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLElement>(null);
  const isOpen = selection.isOpen.value;
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // In a narrow tab one of the two is hidden: the focus must not stay in it.
    if (isOpen && list.current?.checkVisibility({ visibilityProperty: true }) === false) detail.current?.focus();
    if (!isOpen && wasOpen.current) list.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const wasSearch = useRef(false);
  if (filter.visible.value.length === 0) {
    wasSearch.current = filter.query.value !== '';
    return <Blank />;
  }
  return (
    <main class="main" data-open={isOpen}>
      <List list={list} onEnter={() => detail.current?.focus()} />
      <Detail section={detail} isLate={wasSearch.current} />
    </main>
  );
}

export function App() {
  const { selection, filter } = usePanel().store;
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isEscape = event.key === 'Escape';
      if (isEscape && document.querySelector(':popover-open') !== null) {
        // The browser closes it, if Chromium's DevTools do not take the key for their drawer first.
        event.stopPropagation();
        return;
      }
      const isFind = (event.ctrlKey || event.metaKey) && event.key === 'f';
      const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if (isFind || isSlash) {
        search.current?.focus();
        search.current?.select();
      } else if (isEscape && event.target === search.current && filter.query.value !== '') {
        filter.query.value = '';
      } else if (isEscape && selection.isOpen.value) {
        selection.close();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Chromium's DevTools listen on the document for keys of their own, Escape and Ctrl+F among them.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [selection, filter]);
  return (
    <>
      <header class="head">
        <h1 class="unseen">{words.title}</h1>
        <Toolbar search={search} />
        <FileNotice />
        <Notices />
      </header>
      <TrialBanner />
      <Main />
      <StatusBar />
      <News />
    </>
  );
}
