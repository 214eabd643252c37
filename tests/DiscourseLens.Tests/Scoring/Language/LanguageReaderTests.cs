using CsCheck;

namespace DiscourseLens.Tests.Scoring.Language;

public sealed class LanguageReaderTests
{
    [Theory]
    [InlineData("I would have thought that you knew about the weather there")]
    [InlineData("lol nah bro you just gotta chill fr, that stuff hits different")]
    [InlineData("Don’t know what it’s for, but it isn’t mine")]
    [InlineData("psilocybin assisted psychotherapy research update")]
    [InlineData("> Das ist ein Zitat\n\nI think that this quote is not mine, and they know it")]
    public void Detect_SaysEnglish_WhenEnglish(string text) => Assert.Equal("en", Shipped.Languages.Detect(text));

    [Theory]
    [InlineData("Ich habe gestern mit meiner Ärztin über die neue Behandlung gesprochen", "de")]
    [InlineData("Creo que la terapia me ayudó mucho cuando estaba deprimido el año pasado", "es")]
    [InlineData("Je ne sais pas si ce traitement est remboursé par la sécurité sociale", "fr")]
    [InlineData("Acho que não é uma boa ideia fazer isso sem acompanhamento médico", "pt")]
    [InlineData("Ik denk dat het voor veel mensen een goede behandeling kan zijn", "nl")]
    [InlineData("Jag tror inte att det här är en bra idé för alla människor", "sv")]
    [InlineData("Myślę, że to leczenie może pomóc wielu osobom w depresji", "pl")]
    [InlineData("Я думаю, что это лечение может помочь многим людям", "ru")]
    [InlineData("この治療はうつ病の人に役立つと思います。とても大切です。", "ja")]
    [InlineData("이 치료가 많은 사람들에게 도움이 될 것이라고 생각합니다", "ko")]
    public void Detect_NamesTheLanguage_WhenForeign(string text, string code) =>
        Assert.Equal(code, Shipped.Languages.Detect(text));

    [Theory]
    [InlineData("")]
    [InlineData("lol ok sure")]
    [InlineData("https://example.org/une-longue-adresse-en-francais/avec-des-mots")]
    [InlineData("[Ha](https://example.org/ein/langer/deutscher/pfad) u/someone r/depressionen")]
    [InlineData("1234567890 1234567890 1234567890")]
    public void Detect_IsUndecided_WhenFewLettersOfProse(string text) => Assert.Null(Shipped.Languages.Detect(text));

    [Fact]
    public void Detect_NeverThrows() => Gen.String.Sample(text => Shipped.Languages.Detect(text));

    [Fact]
    public void Detect_EndsSoon_WhenTextIsHuge()
    {
        var started = TimeProvider.System.GetTimestamp();
        Shipped.Languages.Detect(new string('a', 1_000_000));
        Shipped.Languages.Detect(new string('\n', 1_000_000));
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }
}
