import { useTranslation } from 'react-i18next'
import { DeskLayout } from '../../ui/frame/DeskLayout.tsx'
import { openArticle, place } from '../../ui/navigation.ts'
import { useStore } from '../../ui/store.ts'
import { ApprovedList } from './ApprovedList.tsx'
import { PublicationLog } from './posting/PublicationLog.tsx'
import { StoryBoard } from './StoryBoard.tsx'

/** The publishing desk (Đăng – phát): a story's channels, what was made and posted; without a story the log of all. */
export function PublishingDesk() {
  const { t } = useTranslation('publishing')
  const { article } = useStore(place)
  return (
    <DeskLayout
      label={t('desk')}
      list={<ApprovedList chosen={article} onChoose={(id) => openArticle(id, 'publishing')} />}
    >
      {article === null ? <PublicationLog /> : <StoryBoard key={article} article={article} />}
    </DeskLayout>
  )
}
