import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../context.ts';
import { detailWords } from '../later-words.ts';
import { Icon } from './Icon.tsx';

/** How long the button says that it copied, in milliseconds. */
const SAYS_SO_FOR = 2_000;

interface CopyButtonProps {
  /** Asked for on the click only: a long text is not made for every button in view. */
  readonly text: () => string;
  /** What a screen reader calls the button; begins with `label` where that is shown. */
  readonly name: string;
  /** Shown beside the icon; none shows the icon alone. */
  readonly label?: string;
}

export function CopyButton({ text, name, label }: CopyButtonProps) {
  const { host, store } = usePanel();
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SAYS_SO_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () => {
    const outcome = host.copy(text()) ? detailWords.copied : detailWords.copyFailed;
    setSaid(outcome);
    store.news.tell(outcome);
  };
  return (
    <button type="button" class={label === undefined ? 'copy icon-button' : 'copy button'} aria-label={name} title={name} onClick={copy}>
      <Icon name={said === detailWords.copied ? 'allowed' : 'copy'} />
      {label === undefined ? said : <span>{said ?? label}</span>}
    </button>
  );
}
