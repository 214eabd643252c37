namespace DiscourseLens.Collecting.Archives;

/// <summary>A block with what the gate says of its lines.</summary>
/// <param name="Block">The block.</param>
/// <param name="Lines">One a line; empty where the block is oversized.</param>
internal readonly record struct GatedBlock(LineBlock Block, IReadOnlyList<GatedLine> Lines)
{
    // One core decodes, one scans, and what is left asks the gate, which costs more than both.
    private static readonly int s_ahead = Environment.ProcessorCount;
    private const int LikelyLine = 512; // bytes; shorter lines let the list grow

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

    private static List<GatedLine> Read(LineBlock block, ImportScope scope)
    {
        var gated = new List<GatedLine>(block.Length / LikelyLine);
        if (block.IsOversized)
            return gated;
        var post = new PushshiftLine();
        var communities = new FileCommunities(scope);
        var lines = new LineCursor(block.Buffer.AsSpan(0, block.Length));
        while (lines.MoveNext())
            gated.Add(lines.IsBlank || lines.TryRead(post) is not null ? default : Read(post, lines.Line, communities, scope));
        return gated;
    }

    private static GatedLine Read(PushshiftLine post, ReadOnlySpan<byte> line, FileCommunities communities, ImportScope scope)
    {
        var community = communities.Find(post.Community, line);
        var own = default(ScopeReading);
        if (!community.IsWhole)
        {
            var (title, body) = PushshiftText.Words(post, line);
            own = scope.Read(title, body, community.Class, 0);
        }

        return new GatedLine(community, post.Kind, post.Key(line), post.ThreadKey(line), post.CreatedMs!.Value, // or it was no post
            post.CapturedMs, !post.DeletedLater, own);
    }
}
