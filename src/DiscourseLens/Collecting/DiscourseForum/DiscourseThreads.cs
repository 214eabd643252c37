namespace DiscourseLens.Collecting.DiscourseForum;

/// <summary>Knows the topics that a reading meets, and turns numbers in topics into ids.</summary>
internal sealed class DiscourseThreads(DiscourseApi api)
{
    private readonly Dictionary<long, DiscourseTopic?> _topics = [];
    private readonly Dictionary<(long Topic, long Place), long> _ids = [];
    private readonly HashSet<(long Topic, long Place)> _sought = [];

    /// <summary>A topic; null when it is gone.</summary>
    public async Task<DiscourseTopic?> FindAsync(long id, CancellationToken cancellationToken)
    {
        if (!_topics.TryGetValue(id, out var topic))
            _topics.Add(id, topic = Learn(await api.TopicAsync(id, null, cancellationToken).ConfigureAwait(false)));
        return topic;
    }

    /// <summary>Posts with thread, parent and community filled in.</summary>
    public async Task<IReadOnlyList<FetchedPost>> ResolveAsync(
        IReadOnlyList<DiscoursePost> posts, string community, CancellationToken cancellationToken)
    {
        Learn(posts);
        var resolved = new List<FetchedPost>();
        foreach (var post in posts)
            resolved.Add(await ResolveAsync(post, community, cancellationToken).ConfigureAwait(false));
        return resolved;
    }

    private async Task<FetchedPost> ResolveAsync(DiscoursePost post, string community, CancellationToken cancellationToken)
    {
        if (post.Post.Kind == PostKind.Submission)
        {
            var title = post.Post.Title is { Length: 0 } && PostState.HasText(post.Post.State)
                ? (await FindAsync(post.Topic, cancellationToken).ConfigureAwait(false))?.Title ?? ""
                : post.Post.Title;
            return post.Post with { Community = community, ThreadId = post.Post.NativeId, Title = title };
        }

        var first = await IdAsync(post.Topic, 1, cancellationToken).ConfigureAwait(false);
        return post.Post with
        {
            Community = community,
            ThreadId = first,
            ParentId = post.Answers is { } place ? await IdAsync(post.Topic, place, cancellationToken).ConfigureAwait(false) : first,
        };
    }

    /// <summary>The id under a number; null when nothing is there any more.</summary>
    private async Task<string?> IdAsync(long topic, long place, CancellationToken cancellationToken)
    {
        if (!_ids.ContainsKey((topic, place)) && await FindAsync(topic, cancellationToken).ConfigureAwait(false) is not null
            && !_ids.ContainsKey((topic, place)) && _sought.Add((topic, place)))
            Learn(await api.TopicAsync(topic, place, cancellationToken).ConfigureAwait(false));
        return _ids.TryGetValue((topic, place), out var id) ? DiscoursePost.IdText(id) : null;
    }

    private DiscourseTopic? Learn(DiscourseTopic? topic)
    {
        Learn(topic?.Posts.Posts ?? []);
        return topic;
    }

    private void Learn(IEnumerable<DiscoursePost> posts)
    {
        foreach (var post in posts)
            _ids[(post.Topic, post.Place)] = post.Id;
    }
}
