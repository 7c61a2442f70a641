import { redirect } from 'next/navigation';

/** The searches are the way in. */
export default function Page() {
  redirect('/searches');
}
