import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DeskLayout } from '../../ui/frame/DeskLayout.tsx'
import { openArticle, place } from '../../ui/navigation.ts'
import { useStore } from '../../ui/store.ts'
import { ApprovedList } from './ApprovedList.tsx'
import { StoryBoard } from './StoryBoard.tsx'

/** The publishing desk (Đăng – phát): a story's channels with what can be made, and what was made. */
export function PublishingDesk() {
  const { t } = useTranslation('publishing')
  const { article } = useStore(place)
  return (
    <DeskLayout
      label={t('desk')}
      list={<ApprovedList chosen={article} onChoose={(id) => openArticle(id, 'publishing')} />}
    >
      {article === null ? (
        <EmptyState title={t('pick')} hint={t('pickHint')} />
      ) : (
        <StoryBoard key={article} article={article} />
      )}
    </DeskLayout>
  )
}
