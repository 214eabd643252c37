using System.Text.Json;

namespace DiscourseLens.Collecting.DiscourseForum;

/// <summary>Posts of one answer.</summary>
/// <param name="Posts">The posts.</param>
/// <param name="Rejected">Those that could not be read.</param>
/// <param name="Ids">Ids of everything shown, notes included.</param>
internal sealed record DiscoursePosts(IReadOnlyList<DiscoursePost> Posts, IReadOnlyList<RejectedPost> Rejected, IReadOnlyList<long> Ids)
{
    public static DiscoursePosts Read(JsonElement list, Uri address, string? title)
    {
        var posts = new List<DiscoursePost>();
        var rejected = new List<RejectedPost>();
        var ids = new List<long>();
        foreach (var one in list.EnumerateArray())
        {
            if (one.Number("id") is { } id)
                ids.Add(id);
            if (!DiscoursePost.IsPost(one))
                continue;
            if (DiscoursePost.Read(one, address, title) is { } post)
                posts.Add(post);
            else
                rejected.Add(DiscoursePost.Reject(one));
        }

        return new(posts, rejected, ids);
    }
}

/// <summary>A topic.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Category">Its category; null for none.</param>
/// <param name="Stream">Ids of all its visible posts.</param>
/// <param name="Posts">The posts that came with it: the first twenty, or those around a number.</param>
internal sealed record DiscourseTopic(long Id, string Title, long? Category, IReadOnlyList<long> Stream, DiscoursePosts Posts)
{
    public static DiscourseTopic Read(JsonElement topic, Uri address)
    {
        var title = topic.Text("title") ?? "";
        var stream = topic.GetProperty("post_stream");
        return new(
            topic.GetProperty("id").GetInt64(), title, topic.Number("category_id"),
            stream.TryGetProperty("stream", out var ids) ? [.. ids.EnumerateArray().Select(id => id.GetInt64())] : [],
            DiscoursePosts.Read(stream.GetProperty("posts"), address, title));
    }
}

/// <summary>A page of a list of topics, the last active first.</summary>
/// <param name="Topics">Id of each, and when something last happened in it.</param>
/// <param name="HasMore">Whether another page follows.</param>
/// <param name="IsOlder">Whether in those that are not pinned nothing happened since; pinned ones come first whatever their age.</param>
internal sealed record DiscourseTopics(IReadOnlyList<(long Id, long ActiveMs)> Topics, bool HasMore, bool IsOlder)
{
    public static DiscourseTopics Read(JsonElement answer, long sinceMs)
    {
        var list = answer.GetProperty("topic_list");
        var topics = list.GetProperty("topics").EnumerateArray()
            .Select(topic => (Id: topic.GetProperty("id").GetInt64(), ActiveMs: ActiveMs(topic), IsPinned: topic.Flag("pinned") || topic.Flag("pinned_globally")))
            .ToList();
        return new(
            [.. topics.Select(topic => (topic.Id, topic.ActiveMs))], list.Text("more_topics_url") is not null,
            topics.Any(topic => !topic.IsPinned) && topics.All(topic => topic.IsPinned || topic.ActiveMs < sinceMs));
    }

    // Moderators can set the time of a bump back, and some answers do not bump.
    private static long ActiveMs(JsonElement topic) =>
        new[] { topic.Instant("bumped_at"), topic.Instant("last_posted_at"), topic.Instant("created_at") }.Max() ?? 0;
}
