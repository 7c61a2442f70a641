import type { Metadata } from 'next';
import { FleetView } from '../../fleet/FleetView.tsx';

export const metadata: Metadata = { title: 'Fleet' };

export default function Page() {
  return <FleetView />;
}
