using DiscourseLens.Database;
using DiscourseLens.Scoring.Relevance;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>Reads what stands above a reply: its parent and its submission, as far as they are stored.</summary>
/// <remarks>
/// A parent that is relevant only by its own parent passes nothing down, or small talk would stay relevant for ever. A parent
/// that this run scores is known from the moment it is read, before it is written, so that a reply sees the same whichever is faster.
/// </remarks>
internal sealed class ThreadReader(SqliteConnection connection, TermReader terms, long gateId) : IDisposable
{
    private const int CacheSize = 20_000;

    private readonly PreparedStatement _stored = new(connection, """
        select i.kind, c.class, x.text, coalesce(r.relevant = 1 and r.rule not in ('context-only', 'drifted'), 0)
        from item i
        join community c on c.id = i.community_id
        left join item_text x on x.item_id = i.id
        left join relevance_score r on r.item_id = i.id and r.scorer_id = @gate_id and r.target = 'all'
        where i.source_id = @source_id and i.native_id = @native_id
        """);

    private readonly PreparedStatement _hint = new(connection, """
        select concepts from thread_hint where source_id = @source_id and native_id = @native_id
        """);

    private readonly Dictionary<(long SourceId, string NativeId), (Above Above, PostInHand? Unwritten)> _known = [];

    /// <summary>The post replied to; unknown when it is not stored.</summary>
    public Above Parent(PendingPost post) => post.ParentId is null ? Above.Unknown : Read(post.SourceId, post.ParentId);

    /// <summary>The submission; where it is not stored, at least the concepts it names.</summary>
    public Above Root(PendingPost post) =>
        post.ThreadId is null || post.Kind == "submission" ? Above.Unknown : Read(post.SourceId, post.ThreadId);

    /// <summary>From here on, a post that gets its relevance in this run stands above others.</summary>
    public void Add(PostInHand post)
    {
        var above = Above.Stored(post.Post, terms, () => post.Decision is { Relevant: true, Rule: not (RelevanceRules.ContextOnly or RelevanceRules.Drifted) });
        _known[(post.Post.SourceId, post.Post.NativeId)] = (above, post);
    }

    public void Dispose()
    {
        _stored.Dispose();
        _hint.Dispose();
    }

    private Above Read(long sourceId, string nativeId)
    {
        if (_known.TryGetValue((sourceId, nativeId), out var known))
            return known.Above;
        if (_known.Count >= CacheSize)
            Forget();
        var found = Find(sourceId, nativeId);
        _known[(sourceId, nativeId)] = (found, null);
        return found;
    }

    // What is written can be read again.
    private void Forget()
    {
        foreach (var (key, (_, post)) in _known)
        {
            if (post is null or { IsWritten: true })
                _known.Remove(key);
        }
    }

    private Above Find(long sourceId, string nativeId)
    {
        using (var row = _stored.Read(gateId, sourceId, nativeId))
        {
            if (row.Read())
            {
                var post = new PendingPost { Kind = row.GetString(0), Class = row.GetString(1), Text = row.IsDBNull(2) ? null : row.GetString(2) };
                var isRelevant = row.GetInt64(3) == 1;
                return Above.Stored(post, terms, () => isRelevant);
            }
        }

        using var hint = _hint.Read(sourceId, nativeId);
        return hint.Read() ? Above.Hinted((Concepts)hint.GetInt64(0)) : Above.Unknown;
    }
}
