/** The words of the pages that prove: nobody else fetches them. */
import proof from '../../features/proof/texts/vi'

export default { proof }
