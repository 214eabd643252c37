using System.Text;

namespace DiscourseLens.Collecting.Archives;

/// <summary>Reads one archive to its end: counts every post, stages those in scope, keeps what could not be read.</summary>
internal sealed class ArchiveScan(
    string source, ImportScope scope, StudyKey key, PostIndex index, ArchiveStaging staging)
{
    private static readonly string[] s_userPaths = ["/user/", "/u/", "/r/u_"];

    private readonly PushshiftLine _line = new();
    private char[] _letters = [];
    private long _lineNumber;

    public FileTally Tally { get; } = new(scope);

    /// <summary>Reads all blocks; progress is told after each.</summary>
    /// <exception cref="ArchiveBrokenException">The archive does not decode to its end.</exception>
    public void Run(BlockReader reader, Action<long> decoded, CancellationToken cancellationToken)
    {
        foreach (var block in reader.Blocks(cancellationToken))
        {
            var bytes = block.Buffer.AsSpan(0, block.Length);
            if (block.IsOversized)
                RejectOversized(bytes, block.Offset);
            else
                ReadLines(bytes, block.Offset);
            decoded(block.Offset + block.Length);
        }
    }

    private void RejectOversized(ReadOnlySpan<byte> start, long offset)
    {
        _lineNumber++;
        Reject(start, offset, $"line longer than {BlockReader.LongestLine >> 20} MiB");
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
        _lineNumber++;
        if (line.StartsWith(Encoding.UTF8.Preamble)) // joined files have one in their midst
            line = line[Encoding.UTF8.Preamble.Length..];
        if (line.Trim(" \t\r"u8).IsEmpty)
            return;
        var reason = PushshiftReader.TryRead(line, _line);
        if (reason is null)
            ReadPost(line);
        else if (NotANumber.Replace(line) is { } repaired && PushshiftReader.TryRead(repaired, _line) is null)
            ReadPost(repaired);
        else
            Reject(line, offset, reason);
    }

    private void Reject(ReadOnlySpan<byte> line, long offset, string reason)
    {
        Tally.Read++;
        Tally.Rejected++;
        staging.AddReject(_lineNumber, offset, line, reason);
    }

    private void ReadPost(ReadOnlySpan<byte> bytes)
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
            : ReadIfRelevant(bytes, community, thread);
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

    private PushshiftText? ReadIfRelevant(ReadOnlySpan<byte> bytes, FileCommunity community, long? thread)
    {
        var isComment = _line.Kind == PostKind.Comment;
        var inherited = isComment ? index.ConceptsOf(thread) : 0;
        if (isComment && inherited == 0 && !MayMention(bytes))
            return null;
        var text = PushshiftText.Decode(_line, bytes);
        var reading = scope.Read(text.Title, text.Body, community.Class, inherited);
        if (reading.Relevant)
            return text;
        if (reading.Concepts != 0 && !isComment)
        {
            staging.AddHint(_line.NativeId(bytes), reading.Concepts, community.Key, _line.CreatedMs!.Value); // as above
            index.AddHint(_line.Key(bytes), reading.Concepts);
        }

        return null;
    }

    // Entities stand inside words, so a text that has any is left to the gate.
    private bool MayMention(ReadOnlySpan<byte> bytes) =>
        scope.Prefilter is not { } mayMention
        || _line.Body.Raw(bytes).Contains((byte)'&')
        || mayMention(_line.Body.Decode(bytes, ref _letters));

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
