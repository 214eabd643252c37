using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Series;

/// <summary>The scorer versions in use, one a kind; null where none was used yet.</summary>
internal sealed record CurrentScorers(CurrentScorer? Relevance, CurrentScorer? Sentiment, CurrentScorer? Stance)
{
    /// <summary>Reads which versions are in use.</summary>
    public static CurrentScorers Read(SqliteConnection connection)
    {
        const string Sql = """
            select kind as Kind, id as Id, name || '/' || version || '/' || substr(hash, 1, 8) as Text
            from scorer
            where current = 1
            order by id
            """;
        var rows = connection.Query<Row>(Sql).ToList();
        CurrentScorer? Of(string kind) =>
            rows.FindLast(row => row.Kind == kind) is { } row ? new(row.Id, kind, row.Text) : null;
        return new(Of("relevance"), Of("sentiment"), Of("stance"));
    }

    /// <summary>The scorers there are.</summary>
    public IEnumerable<CurrentScorer> All => new[] { Relevance, Sentiment, Stance }.OfType<CurrentScorer>();

    /// <summary>The ids as text, to see whether other scorers are in use than before.</summary>
    public string Key => string.Join(' ', All.Select(scorer => scorer.Id));

    /// <summary>The scorer of a kind, or null.</summary>
    public CurrentScorer? Find(string kind) => All.FirstOrDefault(scorer => scorer.Kind == kind);

    private sealed class Row
    {
        public string Kind { get; init; } = "";
        public long Id { get; init; }
        public string Text { get; init; } = "";
    }
}
