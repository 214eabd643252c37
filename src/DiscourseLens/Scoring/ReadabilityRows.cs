using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>Writes the language of a post, and why its text is not scored; it counts in volume all the same.</summary>
internal sealed class ReadabilityRows(SqliteConnection connection) : IDisposable
{
    private readonly PreparedStatement _language = new(connection, """
        update item set language = @language where id = @item_id and language is not @language
        """);

    private readonly PreparedStatement _unscored = new(connection, """
        insert into unscored (item_id, reason) values (@item_id, @reason) on conflict do nothing
        """);

    public void Write(PendingPost post, Readability readability)
    {
        _language.Run(readability.Language, post.ItemId);
        if (readability.Unscorable is { } reason)
            _unscored.Run(post.ItemId, reason.ToString().ToLowerInvariant());
    }

    public void Dispose()
    {
        _language.Dispose();
        _unscored.Dispose();
    }
}
