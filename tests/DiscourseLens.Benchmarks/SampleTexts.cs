using System.Text;

namespace DiscourseLens.Benchmarks;

/// <summary>Texts made from sentences written for this project: the same seed gives the same texts.</summary>
internal static class SampleTexts
{
    private static readonly string[] s_sentences =
    [
        "The second session was calmer than the first, and I slept well for once.",
        "I'm not sure that the clinic cared about anything but the payment.",
        "My sister says it helped her depression a lot, which I really want to believe!",
        "Nobody told us about the waiting list, the cost or the drive home.",
        "Has anyone here tried psilocybin after years of pills that did nothing?",
        "It was AWFUL for two hours, then strangely peaceful.",
        "The study had forty people and no control group, so I would not call it proof.",
        "Honestly the nurse was kind, patient and never in a hurry :)",
        "Ketamine gave me three good weeks, but the low that followed scared me.",
        "They measured blood pressure before and after, and wrote it all down.",
        "Please be careful with this stuff, it is neither a toy nor a miracle.",
        "Thanks for writing this up, the part about integration was very useful.",
        "I don't hate the idea, I just think that the hype is dangerous.",
        "Week six: less anxious, more awake, still no appetite.",
        "Why would a company that lost its patent be so generous all of a sudden?",
        "It isn't the trip that heals you, it is the work you do afterwards.",
        "We drove there at nine, signed four forms and waited in a green room.",
        "My old therapist refused to talk about it, the new one was great 😊",
        "The panic came back in spring, hardly worse than before, and went again.",
        "Some of it was beautiful – some of it I would rather forget.",
    ];

    /// <summary>Texts of about the same length.</summary>
    /// <param name="bytes">UTF-8 bytes of each: at most as many, and fewer by less than one word.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed of the chance.</param>
    public static IReadOnlyList<string> Make(int bytes, int count, int seed)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => One(bytes, chance))];
    }

    /// <summary>One text.</summary>
    /// <inheritdoc cref="Make"/>
    public static string One(int bytes, Random chance)
    {
        var text = new StringBuilder();
        var room = bytes;
        while (true)
        {
            var separator = text.Length == 0 ? "" : chance.Next(8) == 0 ? "\n\n" : " ";
            foreach (var word in (separator + s_sentences[chance.Next(s_sentences.Length)]).Split(' '))
            {
                var piece = text.Length == 0 || separator == "\n\n" ? word : word.Length == 0 ? "" : " " + word;
                separator = "";
                if (Encoding.UTF8.GetByteCount(piece) > room)
                    return text.ToString();
                text.Append(piece);
                room -= Encoding.UTF8.GetByteCount(piece);
            }
        }
    }
}
