/** The words of the host's second device: nobody else fetches them. */
import remote from '../../features/remote/texts/vi'

export default { remote }
