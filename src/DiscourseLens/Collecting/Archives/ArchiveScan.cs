using System.Text;

namespace DiscourseLens.Collecting.Archives;

/// <summary>Reads one archive to its end: counts every post, stages those in scope, keeps what could not be read.</summary>
internal sealed class ArchiveScan(
    string source, ImportScope scope, StudyKey key, ThreadIndex threads, ArchiveStaging staging)
{
    private readonly PushshiftLine _line = new();
    private long _lineNumber;

    public FileTally Tally { get; } = new();

    /// <summary>Reads all blocks; progress is told after each.</summary>
    /// <exception cref="ArchiveBrokenException">The archive does not decode to its end.</exception>
    public void Run(BlockReader reader, Action<long> decoded, CancellationToken cancellationToken)
    {
        foreach (var block in reader.Blocks(cancellationToken))
        {
            var bytes = block.Buffer.AsSpan(0, block.Length);
            if (block.IsOversized)
                Reject(bytes, block.Offset, $"line longer than {BlockReader.LongestLine >> 20} MiB");
            else
                ReadLines(bytes, block.Offset);
            decoded(block.Offset + block.Length);
        }
    }

    private void ReadLines(ReadOnlySpan<byte> bytes, long offset)
    {
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            ReadLine(line, offset);
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            offset += line.Length + 1;
        }
    }

    private void ReadLine(ReadOnlySpan<byte> line, long offset)
    {
        if (offset == 0 && line.StartsWith(Encoding.UTF8.Preamble))
            line = line[Encoding.UTF8.Preamble.Length..];
        if (line.Trim(" \t\r"u8).IsEmpty)
        {
            _lineNumber++;
            return;
        }

        var reason = PushshiftReader.TryRead(line, _line);
        if (reason is not null && NotANumber.Replace(line) is { } repaired)
        {
            line = repaired;
            reason = PushshiftReader.TryRead(line, _line);
        }

        if (reason is null)
            ReadPost(line);
        else
            Reject(line, offset, reason);
    }

    private void Reject(ReadOnlySpan<byte> line, long offset, string reason)
    {
        Tally.Read++;
        Tally.Rejected++;
        staging.AddReject(++_lineNumber, offset, line, reason);
    }

    private void ReadPost(ReadOnlySpan<byte> bytes)
    {
        _lineNumber++;
        Tally.Read++;
        var community = _line.Community.Length > 0 ? _line.Community.Decode(bytes) : FileTally.NoCommunity;
        var created = _line.CreatedMs!.Value; // a line without it was rejected
        Tally.Add(_line.Kind, community, created, _line.CapturedMs);

        var text = PushshiftText.Decode(_line, bytes);
        if (!_line.DeletedLater && IsInScope(community, text))
            staging.Add(Stage(bytes, community, text));
        else
            Tally.OutOfScope++;
    }

    private bool IsInScope(string community, PushshiftText text)
    {
        if (scope.HasCommunity(community) || (_line.Kind == PostKind.Comment && threads.IsInScope(_line.ThreadId)))
            return true;
        var inherited = _line.Kind == PostKind.Comment ? threads.ConceptsOf(_line.ThreadId) : 0;
        var reading = scope.Read(text.Title, text.Body, scope.ClassOf(community), inherited);
        if (!reading.Relevant && reading.Concepts != 0 && _line.Kind == PostKind.Submission)
            staging.AddHint(_line.NativeId, reading.Concepts, _line.CreatedMs!.Value); // a line without it was rejected
        return reading.Relevant;
    }

    private StagedPost Stage(ReadOnlySpan<byte> bytes, string community, PushshiftText text) => new()
    {
        Line = _lineNumber,
        NativeId = _line.NativeId,
        Kind = _line.Kind,
        Community = community.ToLowerInvariant(),
        ThreadId = _line.ThreadId,
        ParentId = _line.ParentId,
        AuthorKey = text.Author is null ? null : key.KeyOf(source, text.Author),
        AuthorState = text.AuthorState,
        IsBot = text.Author is not null && BotAuthors.Contains(text.Author),
        CreatedMs = _line.CreatedMs!.Value, // a line without it was rejected
        CapturedMs = _line.CapturedMs,
        Score = _line.Score,
        Replies = _line.Replies,
        State = text.State,
        Permalink = _line.Permalink.IsPresent ? _line.Permalink.Decode(bytes) : null,
        Text = text.Whole,
    };
}
