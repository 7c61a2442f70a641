import type { Metadata } from 'next';
import { LaunchView } from '../../launch/LaunchView.tsx';

export const metadata: Metadata = { title: 'Launch' };

export default function Page() {
  return <LaunchView />;
}
