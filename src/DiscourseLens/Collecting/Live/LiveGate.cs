using Dapper;
using DiscourseLens.Collecting.Archives;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Live;

/// <summary>
/// Decides what of a page is stored, by the same rules as an import: posts of the study's communities, relevant ones, those
/// known already, and comments in known threads or with what their thread names.
/// </summary>
internal sealed class LiveGate(SqliteConnection connection, long sourceId, ImportScope scope)
{
    /// <summary>Gates one page of a place; submissions first, so that their comments find them.</summary>
    public IReadOnlyList<GatedPost> Read(SourcePlace place, IEnumerable<FetchedPost> posts)
    {
        var communities = new FileCommunities(scope);
        var staged = new HashSet<string>(StringComparer.Ordinal);
        var hints = new Dictionary<string, int>(StringComparer.Ordinal);
        var gated = new List<GatedPost>();
        foreach (var post in posts.OrderBy(post => post.Kind).ThenBy(post => post.CreatedMs))
        {
            var community = communities.Find((place.IsSearch ? StoredCommunity(post.NativeId) : null) ?? post.Community);
            var reading = Decide(post, community, staged, hints);
            if (reading.InScope)
                staged.Add(post.NativeId);
            else if (reading.Concepts != 0)
                hints[post.NativeId] = reading.Concepts;
            gated.Add(new GatedPost(post, community, reading.InScope, reading.Concepts));
        }

        return gated;
    }

    private (bool InScope, int Concepts) Decide(
        FetchedPost post, FileCommunity community, HashSet<string> staged, Dictionary<string, int> hints)
    {
        if (community.IsWhole || staged.Contains(post.NativeId) || IsStored(post.NativeId))
            return (true, 0);
        var body = PostState.HasText(post.State) || post.IsDeletedLater ? post.Body : "";
        var own = scope.Read(post.Title, body, community.Class, 0);
        if (own.Relevant)
            return (true, 0);
        if (post.Kind == PostKind.Submission)
            return (false, own.Concepts);
        if (post.ThreadId is not { } thread)
            return (false, 0);
        if (staged.Contains(thread) || IsStored(thread))
            return (true, 0);
        var inherited = hints.GetValueOrDefault(thread) | ConceptsOf(thread);
        return (inherited != 0 && scope.Read(null, body, community.Class, inherited).Relevant, 0);
    }

    private bool IsStored(string nativeId) => connection.ExecuteScalar<bool>(
        "select exists (select 1 from item where source_id = @sourceId and native_id = @nativeId)", new { sourceId, nativeId });

    private string? StoredCommunity(string nativeId) => connection.ExecuteScalar<string?>(
        "select c.name from item i join community c on c.id = i.community_id where i.source_id = @sourceId and i.native_id = @nativeId",
        new { sourceId, nativeId });

    private int ConceptsOf(string thread) => (int)connection.ExecuteScalar<long>(
        "select concepts from thread_hint where source_id = @sourceId and native_id = @thread", new { sourceId, thread });
}

/// <summary>A post with what the gate says of it.</summary>
/// <param name="Post">The post.</param>
/// <param name="Community">Its community.</param>
/// <param name="InScope">Whether it is stored.</param>
/// <param name="Concepts">What an unstored submission names, for its comments; 0 for none.</param>
internal sealed record GatedPost(FetchedPost Post, FileCommunity Community, bool InScope, int Concepts);
