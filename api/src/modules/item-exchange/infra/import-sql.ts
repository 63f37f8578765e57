/** A missing topic or level is asked for all rows at once; it would drown what each row has to say. */
export const IS_WARNED = `NOT is_faulty AND problems @? '$[*] ? (@.code != "topic_assumed" && @.code != "level_assumed")'`
