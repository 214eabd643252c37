namespace DiscourseLens.Collecting.Archives;

/// <summary>A block with what the gate says of its lines.</summary>
/// <param name="Block">The block.</param>
/// <param name="Readings">One a line, of its own words alone; empty where the block is oversized.</param>
internal readonly record struct GatedBlock(LineBlock Block, IReadOnlyList<ScopeReading> Readings)
{
    // One core decodes, one scans, and what is left asks the gate, which costs more than both.
    private static readonly int s_ahead = Environment.ProcessorCount;

    /// <summary>The blocks of an archive in order, several of them at the gate at once; give each back after use.</summary>
    public static IEnumerable<GatedBlock> From(BlockReader reader, ImportScope scope, CancellationToken cancellationToken)
    {
        var ahead = new Queue<Task<GatedBlock>>();
        foreach (var block in reader.Blocks(cancellationToken))
        {
            ahead.Enqueue(Task.Run(() => new GatedBlock(block, Read(block, scope)), cancellationToken));
            if (ahead.Count > s_ahead)
                yield return ahead.Dequeue().GetAwaiter().GetResult();
        }

        while (ahead.TryDequeue(out var task))
            yield return task.GetAwaiter().GetResult();
    }

    private static List<ScopeReading> Read(LineBlock block, ImportScope scope)
    {
        var readings = new List<ScopeReading>();
        if (block.IsOversized)
            return readings;
        var post = new PushshiftLine();
        var communities = new FileCommunities(scope);
        var lines = new LineCursor(block.Buffer.AsSpan(0, block.Length));
        while (lines.MoveNext())
            readings.Add(lines.IsBlank || lines.TryRead(post) is not null ? default : Read(post, lines.Line, communities, scope));
        return readings;
    }

    // Posts of the study's own communities are stored unread.
    private static ScopeReading Read(
        PushshiftLine post, ReadOnlySpan<byte> line, FileCommunities communities, ImportScope scope)
    {
        var community = communities.Find(post.Community, line);
        if (community.IsWhole || post.DeletedLater)
            return default;
        var text = PushshiftText.Decode(post, line);
        return scope.Read(text.Title, text.Body, community.Class, 0);
    }
}
