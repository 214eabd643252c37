using System.Text.Json;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace DiscourseLens.BrowserTests.Support;

/// <summary>A headless Chromium of its own, with a fresh profile.</summary>
internal sealed class Browser : IDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Chromedriver = "/usr/bin/chromedriver";

    // Chromium looks for updates and certificates on its own; nothing of that leaves a test.
    private static readonly string[] s_arguments =
    [
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-first-run", "--hide-scrollbars",
    ];

    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("lens-browser-");
    private readonly ChromeDriver _driver;
    private string _scheme = "light";

    private Browser()
    {
        var options = new ChromeOptions { BinaryLocation = Chromium };
        options.AddArguments([.. s_arguments, $"--user-data-dir={_profile.FullName}"]);
        options.SetLoggingPreference(LogType.Browser, OpenQA.Selenium.LogLevel.All);
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Chromedriver), Path.GetFileName(Chromedriver));
        service.SuppressInitialDiagnosticInformation = true;
        service.HostName = "127.0.0.1";
        _driver = new ChromeDriver(service, options);
    }

    public ChromeDriver Driver => _driver;

    /// <summary>Starts one; skips the test where none is installed, but never inside CI.</summary>
    public static Browser Start()
    {
        var there = File.Exists(Chromium) && File.Exists(Chromedriver);
        if (!there && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"{Chromium} and {Chromedriver} must be there in CI; install chromium and chromium-driver.");
        Assert.SkipUnless(there, "chromium and chromium-driver are not installed.");
        return new Browser();
    }

    /// <summary>Sets the size of the page and the color scheme.</summary>
    public Browser With(int width, int height, string scheme)
    {
        _scheme = scheme;
        Emulate(width, height, media: "");
        return this;
    }

    /// <summary>Gathers what the page's policy reports, in <c>window.violations</c>, from the next address on.</summary>
    public void Watch() =>
        _driver.ExecuteCdpCommand("Page.addScriptToEvaluateOnNewDocument", new()
        {
            ["source"] = "window.violations = []; document.addEventListener('securitypolicyviolation', e => window.violations.push(e.violatedDirective + ' ' + e.blockedURI));",
        });

    /// <summary>Opens an address and waits for its chart.</summary>
    public Browser Open(string address)
    {
        Watch();
        _driver.Navigate().GoToUrl(address);
        WaitForChart();
        return this;
    }

    /// <summary>Waits until chart and texts show the state in the address.</summary>
    public void WaitForChart() => Wait("return !!document.body?.dataset.shown");

    /// <summary>Waits until a script returns true.</summary>
    public void Wait(string script) =>
        new WebDriverWait(_driver, TimeSpan.FromSeconds(20)).Until(driver => (bool)((IJavaScriptExecutor)driver).ExecuteScript(script)!);

    /// <summary>Runs a script and reads what it returns.</summary>
    public JsonElement Run(string script) => JsonDocument.Parse(
        (string)_driver.ExecuteScript($"return JSON.stringify((() => {{ {script} }})() ?? null)")!).RootElement;

    /// <summary>Chooses an option of the control of that name and waits for the new chart.</summary>
    public void Choose(string control, string value)
    {
        _driver.ExecuteScript("delete document.body.dataset.shown");
        _driver.FindElement(By.CssSelector($"[name={control}] option[value='{value}']")).Click();
        WaitForChart();
    }

    /// <summary>Follows the link to a view and waits for it.</summary>
    public void Follow(string view)
    {
        _driver.ExecuteScript("delete document.body.dataset.shown");
        _driver.FindElement(By.CssSelector($"nav [data-view={view}]")).Click();
        WaitForChart();
    }

    /// <summary>Complaints of the console so far, of any level.</summary>
    public IReadOnlyList<string> Console() =>
        _driver.Manage().Logs.GetLog(LogType.Browser).Select(entry => $"{entry.Level}: {entry.Message}").ToList();

    /// <summary>Shows the page as it is printed on A4: the page is told so before it gets the paper's width, as in a real print.</summary>
    public void OnPaper()
    {
        _driver.ExecuteScript("dispatchEvent(new Event('beforeprint'))");
        Emulate(718, 1047, media: "print"); // less a centimetre on each side
    }

    public void Screenshot(string path) => File.WriteAllBytes(path, Convert.FromBase64String(
        (string)((Dictionary<string, object>)_driver.ExecuteCdpCommand(
            "Page.captureScreenshot", new() { ["captureBeyondViewport"] = true })!)["data"]));

    private void Emulate(int width, int height, string media)
    {
        _driver.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = width,
            ["height"] = height,
            ["deviceScaleFactor"] = 1,
            ["mobile"] = width < 600,
        });
        _driver.ExecuteCdpCommand("Emulation.setEmulatedMedia", new()
        {
            ["media"] = media,
            ["features"] = new[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = _scheme } },
        });
    }

    public void Dispose()
    {
        _driver.Quit();
        _driver.Dispose();
        _profile.Delete(recursive: true);
    }
}
