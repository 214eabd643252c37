using System.Collections.Concurrent;

namespace DiscourseLens.Collecting.Archives;

/// <summary>Decodes an archive on a thread of its own and hands out blocks that end at a line's end.</summary>
/// <remarks>Decoding bounds the whole import, so scanning must not hold it up: at most <see cref="Ahead"/> blocks wait.</remarks>
internal sealed class BlockReader : IDisposable
{
    /// <summary>A longer line is no post: Reddit's largest is below 1 MiB with all its metadata.</summary>
    public const int LongestLine = 16 << 20;
    private const int BlockBytes = 4 << 20;
    private const int Ahead = 4;

    private readonly ArchiveStream _stream;
    private readonly BlockingCollection<LineBlock> _blocks = new(Ahead);
    private readonly ConcurrentBag<byte[]> _spare = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _decoding;

    public BlockReader(string path)
    {
        _stream = new ArchiveStream(path);
        _decoding = Task.Factory.StartNew(
            Decode, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Compressed bytes read so far.</summary>
    public long CompressedPosition { get; private set; }

    /// <summary>The blocks in order; give each back after use.</summary>
    /// <exception cref="ArchiveBrokenException">The archive does not decode to its end.</exception>
    public IEnumerable<LineBlock> Blocks(CancellationToken cancellationToken)
    {
        foreach (var block in _blocks.GetConsumingEnumerable(cancellationToken))
            yield return block;

        _decoding.GetAwaiter().GetResult();
    }

    /// <summary>Takes back a block's buffer, to be filled again.</summary>
    public void Release(LineBlock block) => _spare.Add(block.Buffer);

    public void Dispose()
    {
        _stop.Cancel();
        ((IAsyncResult)_decoding).AsyncWaitHandle.WaitOne();
        _stream.Dispose();
        _blocks.Dispose();
        _stop.Dispose();
    }

    private void Decode()
    {
        try
        {
            DecodeBlocks();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed before the end: nobody reads on.
        }
        finally
        {
            _blocks.CompleteAdding();
        }
    }

    private void DecodeBlocks()
    {
        var (buffer, kept, offset) = (NextBuffer(), 0, 0L);
        while (true)
        {
            var length = kept + _stream.Read(buffer.AsSpan(kept));
            CompressedPosition = _stream.CompressedPosition;
            var full = length == buffer.Length;
            var end = full ? buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1 : length;
            if (end == 0 && full && buffer.Length < LongestLine)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
                kept = length;
                continue;
            }

            var next = NextBuffer();
            var oversized = end == 0 && full;
            kept = oversized ? 0 : Carry(buffer, end, length, ref next);
            if (length > 0)
                _blocks.Add(new LineBlock(buffer, oversized ? length : end, offset, oversized), _stop.Token);
            offset += oversized ? length + SkipLine(next, out kept) : end;
            buffer = next;
            if (!full)
                return;
        }
    }

    private static int Carry(byte[] from, int start, int end, ref byte[] next)
    {
        if (next.Length <= end - start)
            next = new byte[from.Length];
        from.AsSpan(start, end - start).CopyTo(next);
        return end - start;
    }

    /// <summary>Reads on to the end of an oversized line; what follows it stays in the buffer. Returns the bytes passed over.</summary>
    private long SkipLine(byte[] buffer, out int kept)
    {
        for (var skipped = 0L; ;)
        {
            var length = _stream.Read(buffer);
            var end = buffer.AsSpan(0, length).IndexOf((byte)'\n') + 1;
            if (end > 0 || length == 0)
            {
                kept = length - end;
                buffer.AsSpan(end, kept).CopyTo(buffer);
                return skipped + end;
            }

            skipped += length;
        }
    }

    private byte[] NextBuffer() => _spare.TryTake(out var buffer) ? buffer : new byte[BlockBytes];
}
