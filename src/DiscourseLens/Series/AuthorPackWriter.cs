using System.Buffers.Binary;

namespace DiscourseLens.Series;

/// <summary>
/// Packs a day's clusters: one byte for the layout; then, for each community, its id, the number of clusters, the bytes they take, and the
/// clusters by number, each as the step from the one before, posts, and the layout's numbers. All are variable-length integers of seven bits
/// a byte, low bits first; signed ones are zigzagged.
/// </summary>
internal sealed class AuthorPackWriter(PackLayout layout)
{
    private readonly double _one = AuthorPack.One(layout);
    private byte[] _section = new byte[1024];
    private byte[] _pack = new byte[1024];
    private int _sectionLength;
    private int _packLength;
    private long _community;
    private long _cluster;
    private long _count;

    /// <summary>Adds a cluster; communities come in order, and so do a community's clusters.</summary>
    public void Add(long community, long cluster, long n, double first, double second, double third)
    {
        if (_count > 0 && community != _community)
            CloseSection();
        if (_count++ == 0)
            (_community, _cluster) = (community, 0);
        Write(ref _section, ref _sectionLength, Zigzag(cluster - _cluster));
        Write(ref _section, ref _sectionLength, (ulong)n);
        if (layout != PackLayout.Counts)
            Write(first);
        if (layout == PackLayout.Labels)
        {
            Write(second);
            Write(third);
        }

        _cluster = cluster;
    }

    /// <summary>The pack; the writer is then empty.</summary>
    public byte[] Close()
    {
        CloseSection();
        var pack = new byte[_packLength + 1];
        pack[0] = (byte)layout;
        _pack.AsSpan(0, _packLength).CopyTo(pack.AsSpan(1));
        _packLength = 0;
        return pack;
    }

    private void CloseSection()
    {
        if (_count == 0)
            return;
        Write(ref _pack, ref _packLength, (ulong)_community);
        Write(ref _pack, ref _packLength, (ulong)_count);
        Write(ref _pack, ref _packLength, (ulong)_sectionLength);
        Grow(ref _pack, _packLength + _sectionLength);
        _section.AsSpan(0, _sectionLength).CopyTo(_pack.AsSpan(_packLength));
        _packLength += _sectionLength;
        (_sectionLength, _count) = (0, 0);
    }

    // Scores have four decimals, so that most sums are whole in ten-thousandths; others are kept bit by bit behind a 1.
    private void Write(double value)
    {
        var whole = Math.Round(value * _one);
        if (Math.Abs(whole) < AuthorPack.MostWhole && whole / _one == value)
        {
            Write(ref _section, ref _sectionLength, Zigzag((long)whole) << 1);
            return;
        }

        Write(ref _section, ref _sectionLength, 1);
        Grow(ref _section, _sectionLength + sizeof(double));
        BinaryPrimitives.WriteDoubleLittleEndian(_section.AsSpan(_sectionLength), value);
        _sectionLength += sizeof(double);
    }

    private static ulong Zigzag(long value) => unchecked((ulong)((value << 1) ^ (value >> 63)));

    private static void Write(ref byte[] bytes, ref int length, ulong value)
    {
        Grow(ref bytes, length + 10);
        for (; value >= 0x80; value >>= 7)
            bytes[length++] = (byte)((value & 0x7F) | 0x80);
        bytes[length++] = (byte)value;
    }

    private static void Grow(ref byte[] bytes, int length)
    {
        if (bytes.Length < length)
            Array.Resize(ref bytes, Math.Max(length, 2 * bytes.Length));
    }
}
