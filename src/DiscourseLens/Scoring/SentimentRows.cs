using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>Writes the raw sentiment and its variants.</summary>
internal sealed class SentimentRows(SqliteConnection connection, long? scorerId) : IDisposable
{
    private readonly PreparedStatement _score = new(connection, """
        insert into sentiment_score (item_id, scorer_id, target, negative, neutral, positive, compound, prose_compound,
            sentence_mean, positive_share, negative_share, window_compound, masked_compound, tokens, sentences, saturated)
        values (@item_id, @scorer_id, @target, @negative, @neutral, @positive, @compound, @prose_compound,
            @sentence_mean, @positive_share, @negative_share, @window_compound, @masked_compound, @tokens, @sentences, @saturated)
        on conflict do nothing
        """);

    public void Write(PendingPost post, SentimentRow row)
    {
        var reading = row.Reading;
        _score.Run(post.ItemId, scorerId, row.Target,
            reading.Raw.Negative, reading.Raw.Neutral, reading.Raw.Positive, reading.Raw.Compound, reading.ProseCompound,
            reading.SentenceMean, reading.PositiveShare, reading.NegativeShare, row.Window, reading.MaskedCompound,
            (long)reading.Tokens, (long)reading.Sentences, reading.Saturated ? 1L : 0L);
    }

    public void Dispose() => _score.Dispose();
}
