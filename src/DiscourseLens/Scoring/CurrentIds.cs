namespace DiscourseLens.Scoring;

/// <summary>Ids of the current scorers of a run.</summary>
/// <param name="Relevance">Of the gate, on which the others rest.</param>
/// <param name="Sentiment">Null where the run does not score sentiment.</param>
/// <param name="Stance">Null where the run does not score stance.</param>
internal sealed record CurrentIds(long Relevance, long? Sentiment, long? Stance);
