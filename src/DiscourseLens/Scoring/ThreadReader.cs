using Dapper;
using DiscourseLens.Scoring.Relevance;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>Reads what stands above a reply: its parent and its submission, as far as they are stored.</summary>
/// <remarks>A parent that is relevant only by its own parent passes nothing down, or small talk would stay relevant for ever.</remarks>
internal sealed class ThreadReader(SqliteConnection connection, TermReader terms, long gateId)
{
    private const int CacheSize = 20_000;
    private readonly Dictionary<(long SourceId, string NativeId), Above> _cache = [];

    /// <summary>The post replied to; empty when it is not stored.</summary>
    public Above Parent(PendingPost post) => post.ParentId is null ? Above.Unknown : Read(post.SourceId, post.ParentId);

    /// <summary>The submission; where it is not stored, at least the concepts it names.</summary>
    public Above Root(PendingPost post) =>
        post.ThreadId is null || post.Kind == "submission" ? Above.Unknown : Read(post.SourceId, post.ThreadId);

    private Above Read(long sourceId, string nativeId)
    {
        if (_cache.TryGetValue((sourceId, nativeId), out var known))
            return known;
        if (_cache.Count >= CacheSize)
            _cache.Clear();
        return _cache[(sourceId, nativeId)] = Find(sourceId, nativeId);
    }

    private Above Find(long sourceId, string nativeId)
    {
        const string Stored = """
            select x.text as Text, i.kind as Kind, c.class as Class, coalesce(r.relevant = 1 and r.rule <> 'context-only', 0) as Relevant
            from item i
            join community c on c.id = i.community_id
            left join item_text x on x.item_id = i.id
            left join relevance_score r on r.item_id = i.id and r.scorer_id = @gateId and r.target = 'all'
            where i.source_id = @sourceId and i.native_id = @nativeId
            """;
        const string Hint = "select concepts from thread_hint where source_id = @sourceId and native_id = @nativeId";
        var row = connection.QuerySingleOrDefault<Row>(Stored, new { gateId, sourceId, nativeId });
        return row is not null
            ? row.ToAbove(terms)
            : Above.Unknown with { Concepts = (Concepts)connection.ExecuteScalar<long>(Hint, new { sourceId, nativeId }) };
    }

    private sealed class Row
    {
        public string? Text { get; init; }
        public string Kind { get; init; } = "";
        public string Class { get; init; } = "";
        public long Relevant { get; init; }

        public Above ToAbove(TermReader terms)
        {
            if (Text is null)
                return Above.Unknown with { IsRelevant = Relevant == 1 };
            var community = CommunityClasses.TryParse(Class, out var known) ? known : CommunityClass.General;
            var title = Kind == "submission" ? StoredText.TitleOf(Text) : null;
            return new Above(title, Text, terms.Read(Text, community).Found, Relevant == 1);
        }
    }
}

/// <summary>A post above another in its thread.</summary>
/// <param name="Title">Its title where it is a submission.</param>
/// <param name="Text">Its stored text; null when not at hand.</param>
/// <param name="Concepts">What it names.</param>
/// <param name="IsRelevant">Whether the gate found it relevant.</param>
internal sealed record Above(string? Title, string? Text, Concepts Concepts, bool IsRelevant)
{
    public static Above Unknown { get; } = new(null, null, Concepts.None, false);
}
