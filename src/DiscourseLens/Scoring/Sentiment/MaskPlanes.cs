using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>The classes of a whole text's bytes: one plane a class, one bit a byte, the lowest bit first. Reuses its memory.</summary>
/// <remarks>The bits of a token are one read at the byte that holds its first bit: no token needs to know of blocks.</remarks>
internal sealed class MaskPlanes
{
    /// <summary>The longest token that one read holds, whatever the bit it starts at.</summary>
    public const int LongestWindow = 57;

    byte[] _punctuation = [];
    byte[] _upper = [];
    byte[] _lower = [];
    byte[] _nonAscii = [];
    ulong[] _space = [];

    /// <summary>Makes room for so many blocks.</summary>
    public void EnsureRoom(int blocks)
    {
        if (_space.Length > blocks)
            return;
        var size = 2 * blocks;
        _space = new ulong[size];
        (_punctuation, _upper, _lower, _nonAscii) = (Plane(size), Plane(size), Plane(size), Plane(size));
    }

    /// <summary>Sets a block.</summary>
    public void Set(int block, in BlockMasks masks)
    {
        _space[block] = masks.Space;
        var at = block * sizeof(ulong);
        BinaryPrimitives.WriteUInt64LittleEndian(_punctuation.AsSpan(at), masks.Punctuation);
        BinaryPrimitives.WriteUInt64LittleEndian(_upper.AsSpan(at), masks.Upper);
        BinaryPrimitives.WriteUInt64LittleEndian(_lower.AsSpan(at), masks.Lower);
        BinaryPrimitives.WriteUInt64LittleEndian(_nonAscii.AsSpan(at), masks.NonAscii);
    }

    /// <summary>The white space of a block.</summary>
    public ulong Space(int block) => _space[block];

    /// <summary>Windows on the planes of a text whose bytes are all before the end of the last block set.</summary>
    public Windows Open() => new(this);

    // One block more than is set, since the window on the last byte reaches beyond it.
    static byte[] Plane(int blocks) => new byte[(blocks + 1) * sizeof(ulong)];

    /// <summary>Reads the planes from any byte of the text on. At least <see cref="LongestWindow"/> bits are valid.</summary>
    public readonly ref struct Windows(MaskPlanes planes)
    {
        readonly ref byte _punctuation = ref MemoryMarshal.GetArrayDataReference(planes._punctuation);
        readonly ref byte _upper = ref MemoryMarshal.GetArrayDataReference(planes._upper);
        readonly ref byte _lower = ref MemoryMarshal.GetArrayDataReference(planes._lower);
        readonly ref byte _nonAscii = ref MemoryMarshal.GetArrayDataReference(planes._nonAscii);

        public ulong Punctuation(int start) => At(ref _punctuation, start);

        public ulong Upper(int start) => At(ref _upper, start);

        public ulong Lower(int start) => At(ref _lower, start);

        public ulong NonAscii(int start) => At(ref _nonAscii, start);

        // Without checks of bounds, of which every token would need three; the planes are a block longer than any text they hold.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static ulong At(ref byte plane, int start)
        {
            var bits = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref plane, (uint)start >> 3));
            return (BitConverter.IsLittleEndian ? bits : BinaryPrimitives.ReverseEndianness(bits)) >> (start & 7);
        }
    }
}
