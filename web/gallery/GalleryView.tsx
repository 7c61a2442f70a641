'use client';
import { useQuery } from '@apollo/client/react';
import { Button, Title } from '@mantine/core';
import Link from 'next/link';
import { GalleryPageDocument } from '../lib/operations.generated.ts';
import { useTitle } from '../lib/title.ts';
import { Loading, Missing } from '../search/States.tsx';
import { Gallery } from './Gallery.tsx';
import classes from './gallery.module.css';

/** What every candidate of a search generated. */
export function GalleryView({ searchId }: { searchId: string }) {
  const { data, error, loading, refetch } = useQuery(GalleryPageDocument, { variables: { id: searchId } });
  useTitle(data?.search && `${data.search.name}: gallery`);
  if (!data?.search) {
    if (loading) return <Loading label="Loading the gallery" />;
    return <Missing title="This gallery cannot be shown" error={error} onRetry={() => void refetch()} />;
  }
  if (data.search.plan.training.task === 'CLASSIFICATION') return <NothingToSee id={searchId} name={data.search.name} />;
  return <Gallery search={data.search} />;
}

function NothingToSee({ id, name }: { id: string; name: string }) {
  return (
    <div className={classes.empty}>
      <Title order={1}>{name} generates no images</Title>
      <div>
        Its candidates are classifiers: there is nothing to look at but their figures. You can pick and reject them in the table, with the
        keys p and r.
      </div>
      <Button component={Link} href={`/searches/${id}?sort=reward&order=down`}>
        Pick from the table
      </Button>
    </div>
  );
}
