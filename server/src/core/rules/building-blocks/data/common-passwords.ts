/**
 * Words that guessers try first, in lower case: passwords of every such list, names of Redis and what stands around it,
 * and words that people build passwords from. Sorted by theme; compared without trailing digits and symbols.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  [
    // Redis, its relatives and its roles
    'redis redisdb redispass redispwd redispw redisauth redisserver rediscache rediscluster redissentinel redisadmin',
    'redisuser redislabs redisstack valkey keydb dragonfly sentinel master slave replica primary cluster node cache',
    'caching queue session sessions broker worker celery sidekiq resque bull pubsub store storage mymaster requirepass',
    'masterauth foobared',
    // What a password is called
    'pass passw passwd password passwords passphrase passcode pwd secret secrets secretkey supersecret topsecret mysecret',
    'mypass mypassword mypasswd credential credentials auth token key apikey login signin access private secure security',
    'strong strongpass strongpassword super safe safety hidden unknown nothing none null empty blank nopass nopassword',
    'letmein changeme changethis changeit change please default defaultpass example sample demo dummy fake temp temporary',
    'test tests testing tester testpass testpassword testuser foo bar baz foobar foobarbaz',
    // Who and where
    'admin admins administrator adminpass adminpassword root rootpass toor user username users guest anonymous public',
    'service services server servers host localhost local client app apps application backend frontend web website site',
    'api database data dbuser dbpass dbpassword mysql postgres postgresql mongo mongodb mariadb oracle sql sqlserver',
    'docker dockerhub kubernetes compose container debian ubuntu centos alpine linux windows unix ansible vagrant jenkins',
    'gitlab github gitea harbor grafana kafka rabbitmq rabbit elastic elasticsearch nginx apache tomcat laravel django',
    'rails spring node nodejs python java php wordpress drupal magento cloud aws azure google alibaba tencent company',
    'corp office home internal intern external system sys sysadmin superuser operator manager support dev develop',
    'developer development devel debug prod production stage staging live qa uat preview build deploy release monitor',
    'monitoring metrics exporter backup readonly readwrite writer reader analyst',
    // The top of every list of leaked passwords
    'qwerty qwert qwertyuiop qwertyui qazwsx qazwsxedc qweasd qweasdzxc qweqwe asdf asdfgh asdfghjkl asdasd zxcvbn',
    'zxcvbnm zxc azerty abc abcd abcde abcdef abcdefg abcabc aaa aaaa xxx xxxx zzz iloveyou love lovely lover hello',
    'helloworld world welcome monkey dragon tiger lion eagle falcon phoenix panther bear wolf fox cat dog kitty puppy',
    'horse bird fish snake spider bunny chicken turtle dolphin shark football baseball basketball soccer hockey tennis',
    'golf racing cricket rugby ninja samurai warrior knight king queen prince princess angel devil heaven hell god jesus',
    'christ church faith hope peace freedom trust power energy magic wizard merlin gandalf hobbit frodo matrix neo',
    'trinity starwars startrek skywalker yoda vader batman superman spiderman ironman hulk thor joker hunter ranger',
    'killer sniper shooter shadow ghost vampire zombie monster demon evil dark black white red green blue yellow orange',
    'purple pink silver gold golden diamond crystal ruby sapphire pearl flower rose lily daisy sunshine sun moon star',
    'stars sky ocean river mountain forest fire water earth wind thunder lightning storm snow ice winter summer spring',
    'autumn january february march april june july august september october november december monday tuesday wednesday',
    'thursday friday saturday sunday morning night today tomorrow happy lucky funny crazy cool sexy sweet sugar honey',
    'candy chocolate cookie coffee pizza burger cheese banana apple cherry lemon pepper ginger whiskey beer wine vodka',
    'michael michelle jennifer jessica jordan joshua matthew daniel andrew anthony robert thomas william george charlie',
    'charles david james john peter paul mark steve jack harry jerry larry martin nicole ashley amanda samantha andrea',
    'maria anna alex alexander max maxwell oliver oscar buster bailey maggie lucky rocky ginger smokey pepper tigger',
    'boss chief captain soldier army navy marine police doctor teacher student school college university internet',
    'computer laptop desktop keyboard mouse phone mobile samsung iphone nokia sony microsoft intel cisco mustang ferrari',
    'porsche mercedes corvette camaro yamaha honda toyota harley maverick cowboy cowboys yankees rangers steelers eagles',
    'lakers chelsea arsenal liverpool barcelona madrid america american london paris berlin moscow china india',
    'money cash dollar million bitcoin crypto wallet bank credit game gamer games player player1 mario pokemon pikachu',
    'minecraft warcraft counter strike trustno trustnoone whatever nevermind anything something everything forever',
    'my is it in of to db the and for you not your this that here with from some very long one two three',
    'iamroot opensesame sesame access p4ss passport testtest adminadmin rootroot asd qwe qaz wsx edc',
  ].flatMap((line) => line.split(' ')),
);
