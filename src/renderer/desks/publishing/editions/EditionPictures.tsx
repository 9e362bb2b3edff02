import { ActionIcon, Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EditionView } from '#contract/editions.ts'
import { assetUrl } from '../../../client/asset-url.ts'
import styles from './Edition.module.css'

type Props = Readonly<{
  pictures: EditionView['pictures']
  locked: boolean
  onArrange(assets: readonly string[]): void
}>

/** The pictures that go along, in posting order: the numbers are those of the files in the package. */
export function EditionPictures({ pictures, locked, onArrange }: Props) {
  const { t } = useTranslation('publishing')
  if (pictures.length === 0) return null
  const order = pictures.filter(({ posted }) => posted).map(({ asset }) => asset)
  function move(asset: string, by: -1 | 1): void {
    const from = order.indexOf(asset)
    const rest = order.filter((each) => each !== asset)
    onArrange([...rest.slice(0, from + by), asset, ...rest.slice(from + by)])
  }
  return (
    <section aria-label={t('pictures.label')}>
      <h3 className={styles['part']}>{t('pictures.label')}</h3>
      <ul className={styles['pictures']}>
        {pictures.map(({ asset, number, caption, posted }) => (
          <li key={asset} data-posted={posted}>
            <img src={assetUrl(asset, 240)} alt={caption} />
            {posted && <span className={styles['number']}>{number}</span>}
            <Checkbox
              size="xs"
              label={t('pictures.along')}
              checked={posted}
              disabled={locked}
              onChange={() => onArrange(posted ? order.filter((each) => each !== asset) : [...order, asset])}
            />
            {posted && !locked && (
              <span>
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  disabled={order[0] === asset}
                  aria-label={t('pictures.earlier', { number })}
                  onClick={() => move(asset, -1)}
                >
                  <IconArrowUp size={14} />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  disabled={order.at(-1) === asset}
                  aria-label={t('pictures.later', { number })}
                  onClick={() => move(asset, 1)}
                >
                  <IconArrowDown size={14} />
                </ActionIcon>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
