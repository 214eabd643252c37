namespace DiscourseLens.Collecting.Archives;

/// <summary>Reads one archive to its end: counts every post, stages those in scope, keeps what could not be read.</summary>
internal sealed class ArchiveScan(
    string source, ImportScope scope, StudyKey key, PostIndex index, ArchiveStaging staging)
{
    private static readonly string[] s_userPaths = ["/user/", "/u/", "/r/u_"];

    private readonly PushshiftLine _line = new();
    private long _lineNumber;

    public FileTally Tally { get; } = new(scope);

    /// <summary>Reads all blocks; progress is told after each.</summary>
    /// <exception cref="ArchiveBrokenException">The archive does not decode to its end.</exception>
    public void Run(BlockReader reader, Action<long> decoded, CancellationToken cancellationToken)
    {
        foreach (var gated in GatedBlock.From(reader, scope, cancellationToken))
        {
            var block = gated.Block;
            if (block.IsOversized)
                RejectOversized(block);
            else
                ReadLines(gated);
            decoded(block.Offset + block.Length);
            reader.Release(block);
        }
    }

    private void RejectOversized(LineBlock block)
    {
        _lineNumber++;
        Reject(block.Buffer.AsSpan(0, block.Length), block.Offset, $"line longer than {BlockReader.LongestLine >> 20} MiB");
    }

    private void ReadLines(GatedBlock gated)
    {
        var lines = new LineCursor(gated.Block.Buffer.AsSpan(0, gated.Block.Length));
        while (lines.MoveNext())
        {
            _lineNumber++;
            if (lines.IsBlank)
                continue;
            if (lines.TryRead(_line) is { } reason)
                Reject(lines.Line, gated.Block.Offset + lines.Start, reason);
            else
                ReadPost(lines.Line, gated.Readings[lines.Index]);
        }
    }

    private void Reject(ReadOnlySpan<byte> line, long offset, string reason)
    {
        Tally.Read++;
        Tally.Rejected++;
        staging.AddReject(_lineNumber, offset, line, reason);
    }

    private void ReadPost(ReadOnlySpan<byte> bytes, ScopeReading own)
    {
        var community = Tally.Communities.Find(_line.Community, bytes);
        Tally.Add(_line.Kind, community, _line.CreatedMs!.Value, _line.CapturedMs); // a line without it was rejected
        if (_line.DeletedLater)
        {
            Tally.OutOfScope++;
            return;
        }

        var (id, thread) = (_line.Key(bytes), _line.ThreadKey(bytes));
        var text = IsInScope(community, id, thread)
            ? PushshiftText.Decode(_line, bytes)
            : ReadIfRelevant(bytes, community, thread, own);
        if (text is null)
        {
            Tally.OutOfScope++;
            return;
        }

        staging.Add(Stage(bytes, community, text));
        index.Add(_line.Kind, id);
    }

    private bool IsInScope(FileCommunity community, long id, long? thread) =>
        community.IsWhole || index.IsStored(_line.Kind, id) || (_line.Kind == PostKind.Comment && index.IsThreadStored(thread));

    private PushshiftText? ReadIfRelevant(
        ReadOnlySpan<byte> bytes, FileCommunity community, long? thread, ScopeReading own)
    {
        if (own.Relevant)
            return PushshiftText.Decode(_line, bytes);
        if (_line.Kind == PostKind.Comment)
            return index.ConceptsOf(thread) is var inherited and not 0 ? ReadInThread(bytes, community, inherited) : null;
        if (own.Concepts != 0)
        {
            staging.AddHint(_line.NativeId(bytes), own.Concepts, community.Key, _line.CreatedMs!.Value); // as above
            index.AddHint(_line.Key(bytes), own.Concepts);
        }

        return null;
    }

    private PushshiftText? ReadInThread(ReadOnlySpan<byte> bytes, FileCommunity community, int inherited)
    {
        var text = PushshiftText.Decode(_line, bytes);
        return scope.Read(text.Title, text.Body, community.Class, inherited).Relevant ? text : null;
    }

    private StagedPost Stage(ReadOnlySpan<byte> bytes, FileCommunity community, PushshiftText text) => new()
    {
        Line = _lineNumber,
        NativeId = _line.NativeId(bytes),
        Kind = _line.Kind,
        Community = community.Key,
        ThreadId = _line.ThreadId(bytes),
        ParentId = _line.Parent(bytes),
        AuthorKey = text.Author is null ? null : key.KeyOf(source, text.Author),
        AuthorState = text.AuthorState,
        IsBot = text.Author is not null && BotAuthors.Contains(text.Author),
        CreatedMs = _line.CreatedMs!.Value, // a line without it was rejected
        CapturedMs = _line.CapturedMs,
        Score = _line.Score,
        Replies = _line.Replies,
        State = text.State,
        Permalink = PermalinkIn(bytes),
        Text = text.Whole,
    };

    /// <summary>The permalink, unless it leads over a user's own page and so names the user.</summary>
    private string? PermalinkIn(ReadOnlySpan<byte> bytes)
    {
        var link = _line.Permalink.IsPresent ? _line.Permalink.Decode(bytes) : null;
        return link is null || s_userPaths.Any(path => link.Contains(path, StringComparison.OrdinalIgnoreCase)) ? null : link;
    }
}
