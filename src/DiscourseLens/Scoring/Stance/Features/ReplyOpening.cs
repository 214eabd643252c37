using System.Collections.Frozen;
using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>How a reply opens: in agreement with what it replies to, against it, or neither.</summary>
internal static class ReplyOpening
{
    // Beyond this a reply says something of its own, and its opening only helps to read it.
    private const int MostBareWords = 6;

    private static readonly FrozenSet<ulong> s_agreements = Hashes(
        "this", "exactly", "agreed", "agree", "yes", "yep", "yup", "yeah", "same", "true", "absolutely", "definitely", "correct", "right", "amen",
        "100", "preach", "facts", "indeed", "precisely", "totally", "ditto", "seconded", "truth", "bingo", "fr", "1000");

    private static readonly FrozenSet<ulong> s_objections = Hashes(
        "no", "nope", "wrong", "false", "disagree", "nonsense", "bullshit", "bs", "nah", "incorrect", "untrue", "lies", "rubbish", "bollocks");

    // What may stand beside an agreement without adding to it.
    private static readonly FrozenSet<ulong> s_fillers = Hashes(
        "so", "much", "i", "im", "with", "you", "this", "that", "thats", "its", "it", "is", "all", "of", "the", "totally", "completely", "wholeheartedly",
        "could", "couldnt", "not", "more", "very", "for", "real", "on", "point", "op", "here", "came", "to", "say", "just", "also", "and", "a", "thousand",
        "times", "percent", "well", "said", "put", "my", "thoughts", "everything", "every", "word", "single", "damn", "fucking", "oh", "lol", "man", "right",
        "there", "one", "thing", "what", "he", "she", "they", "hard", "big", "strongly", "as", "above", "dont", "do", "really", "at", "sorry", "but", "ok", "okay");

    /// <summary>The opening of a text that was read: 1 in agreement, -1 against, 0 neither.</summary>
    public static int Read(TokenReader reader)
    {
        var first = -1;
        for (var i = 0; i < reader.Count && first < 0; i++)
            first = reader.Tokens[i].Is(TokenTraits.Sign) ? -1 : i;
        return first < 0 ? 0 : SignOf(reader.Tokens[first].Word) is var sign && sign != 0 && first + 1 < reader.Count
            && !Ends(reader, first) && s_fillers.Contains(reader.Tokens[first].Word) ? 0 : sign;
    }

    /// <summary>Whether a text says nothing but that it agrees (1) or does not (-1); 0 where it says more, or less.</summary>
    public static int ReadBare(TokenReader reader)
    {
        var (words, agreements, objections) = (0, 0, 0);
        foreach (var token in reader.Tokens)
        {
            if (token.Is(TokenTraits.Sign))
            {
                if (reader.Padded(token)[1] == '?')
                    return 0;
                continue;
            }
            words++;
            var sign = SignOf(token.Word);
            agreements += sign > 0 ? 1 : 0;
            objections += sign < 0 ? 1 : 0;
            if (sign == 0 && !s_fillers.Contains(token.Word))
                return 0;
        }
        return words > MostBareWords || agreements + objections == 0 ? 0 : objections > 0 ? -1 : 1;
    }

    private static bool Ends(TokenReader reader, int at) => reader.Tokens[at].Is(TokenTraits.Pause) || reader.Tokens[at + 1].Is(TokenTraits.Sign);

    private static int SignOf(ulong word) => s_agreements.Contains(word) ? 1 : s_objections.Contains(word) ? -1 : 0;

    private static FrozenSet<ulong> Hashes(params string[] words) => words.Select(word => FeatureHash.Of(word)).ToFrozenSet();
}
