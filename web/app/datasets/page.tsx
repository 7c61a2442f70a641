import type { Metadata } from 'next';
import { DatasetsView } from '../../datasets/DatasetsView.tsx';

export const metadata: Metadata = { title: 'Datasets' };

export default function Page() {
  return <DatasetsView />;
}
