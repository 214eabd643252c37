namespace DiscourseLens.Collecting.Archives;

/// <summary>Reads one archive to its end: counts every post, stages those in scope, keeps what could not be read.</summary>
internal sealed class ArchiveScan(
    string source, ImportScope scope, StudyKey key, PostIndex index, ArchiveStaging staging)
{
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
            var line = gated.Lines[lines.Index];
            if (line.Community is not null)
                ReadPost(line, Tally.Communities.Find(line.Community.Name), ref lines);
            else if (!lines.IsBlank && lines.TryRead(_line) is { } reason)
                Reject(lines.Line, gated.Block.Offset + lines.Start, reason);
        }
    }

    private void Reject(ReadOnlySpan<byte> line, long offset, string reason)
    {
        Tally.Read++;
        Tally.Rejected++;
        staging.AddReject(_lineNumber, offset, line, reason);
    }

    private void ReadPost(GatedLine line, FileCommunity community, ref LineCursor lines)
    {
        Tally.Add(line.Kind, community, line.CreatedMs, line.CapturedMs);
        if (!line.IsStorable)
        {
            Tally.OutOfScope++;
            NoteGone(line, community, ref lines);
        }
        else if (Words(line, community, ref lines) is { } text)
        {
            staging.Add(Stage(lines.Line, community, text));
            index.Add(line.Kind, line.Key);
        }
        else
        {
            Tally.OutOfScope++;
        }
    }

    /// <summary>Of a post that was deleted later only its name is kept, and only where it would have been stored.</summary>
    private void NoteGone(GatedLine line, FileCommunity community, ref LineCursor lines)
    {
        if (!IsInScope(line, community))
            return;
        lines.TryRead(_line);
        staging.AddGone(_line.NativeId(lines.Line));
    }

    private bool IsInScope(GatedLine line, FileCommunity community) =>
        community.IsWhole || line.Own.Relevant || index.IsStored(line.Kind, line.Key)
        || (line.Kind == PostKind.Comment && index.IsThreadStored(line.ThreadKey));

    /// <summary>The texts of a post in scope, read again into the line at hand; null where it is out of scope.</summary>
    private PushshiftText? Words(GatedLine line, FileCommunity community, ref LineCursor lines)
    {
        var inherited = line.Kind == PostKind.Comment ? index.ConceptsOf(line.ThreadKey) : 0;
        var inScope = IsInScope(line, community);
        if (!inScope && inherited == 0 && (line.Own.Concepts == 0 || line.Kind == PostKind.Comment))
            return null;
        lines.TryRead(_line);
        if (!inScope && line.Kind == PostKind.Submission)
        {
            staging.AddHint(_line.NativeId(lines.Line), line.Own.Concepts, community.Key, line.CreatedMs);
            index.AddHint(line.Key, line.Own.Concepts);
            return null;
        }

        var text = PushshiftText.Decode(_line, lines.Line);
        return inScope || scope.Read(text.Title, text.Body, community.Class, inherited).Relevant ? text : null;
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
        Permalink = _line.PublicPermalink(bytes),
        Text = text.Whole,
    };
}
