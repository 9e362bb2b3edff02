import { useTranslation } from 'react-i18next'
import styles from './Previews.module.css'

/** Pictures drawn at once: behind the last stands how many more there are. */
const drawn = 4

/** Pictures of a post in posting order, each with its number. */
export function PostPictures({ pictures }: Readonly<{ pictures: readonly string[] }>) {
  const { t } = useTranslation('publishing')
  if (pictures.length === 0) return null
  const more = pictures.length - drawn
  return (
    <ol className={styles['pictures']} data-count={Math.min(drawn, pictures.length)}>
      {pictures.slice(0, drawn).map((url, place) => (
        <li key={url}>
          <img src={url} alt={t('look.picture', { number: place + 1 })} />
          <span aria-hidden>{place + 1}</span>
          {more > 0 && place === drawn - 1 && <b>+{more}</b>}
        </li>
      ))}
    </ol>
  )
}
