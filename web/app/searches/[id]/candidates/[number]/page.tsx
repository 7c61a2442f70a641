import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CandidateView } from '../../../../../candidate/CandidateView.tsx';

interface Props {
  params: Promise<{ id: string; number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Candidate ${(await params).number}` };
}

export default async function Page({ params }: Props) {
  const { id, number } = await params;
  if (!/^[1-9]\d{0,8}$/.test(number)) notFound();
  return <CandidateView searchId={decodeURIComponent(id)} number={Number(number)} />;
}
