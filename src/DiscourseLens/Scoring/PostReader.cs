using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>Reads pending posts with all that their scores rest on, and no more than that.</summary>
internal sealed class PostReader(SqliteConnection connection, CurrentIds current, Scorers scorers) : IDisposable
{
    private readonly PendingPosts _pending = new(connection, current);
    private readonly ThreadReader _threads = new(connection, scorers.Terms, current.Relevance);
    private readonly StoredNamesReader _names = new(connection, current.Relevance);
    private long _read;

    /// <inheritdoc cref="PendingPosts.List"/>
    public long List(bool withRelevance, int most) => _pending.List(withRelevance, most);

    /// <summary>The next posts; none at the end.</summary>
    public IReadOnlyList<PostInHand> ReadNext()
    {
        var posts = _pending.Read(_read);
        _read += posts.Count;
        return [.. posts.Select(Read)];
    }

    public void Dispose()
    {
        _threads.Dispose();
        _names.Dispose();
    }

    // Stance reads the gate's decision in full, of which the store keeps a part; so there it is taken again.
    private PostInHand Read(PendingPost post)
    {
        var decides = post.NoRelevance == 1 || post.NoStance == 1;
        var (parent, root) = decides ? (_threads.Parent(post), _threads.Root(post)) : (Above.Unknown, Above.Unknown);
        var named = !decides && post.Relevant == 1 ? _names.Read(post.ItemId) : null;
        var inHand = new PostInHand(post, parent, root, named, scorers.Gate);
        if (post.NoRelevance == 1)
            _threads.Add(inHand);
        return inHand;
    }
}
